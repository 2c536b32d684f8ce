/** What the Slack channel itself says; all else comes from the kernel and the features. */
export const texts = {
  send: 'Kirim',
  close: 'Tutup',
  choose: 'Pilih salah satu',
  fill: 'Isi lewat formulir',
  searching: 'sedang mencari…',
  promptsTitle: 'Contoh yang bisa ditanyakan',
  answeredInPrivate: 'Baik, jawabannya saya kirim lewat pesan langsung, ya. Lihat di bagian *Apps → Abdi*.',
  cannotWrite:
    'Maaf, saya belum bisa mengirim pesan langsung kepada Anda. Buka aplikasi Abdi di Slack, lalu tulis di sana, ya.',
  homeEmpty: 'Tulis pertanyaan di tab Messages, atau ketik /abdi di mana saja.',
  fileKept: (name: string) =>
    `📎 ${name}: berkas ini tersimpan, tetapi tidak bisa dikirim lewat Slack. Bukanya lewat Telegram atau obrolan web, ya.`,
  attached: (name: string) =>
    `${name} sudah terlampir. Biarkan kosong kalau tetap itu; pilih berkas lain kalau mau menggantinya.`,
  up: 'Jawaban ini membantu',
  down: 'Jawaban ini belum membantu',
}
