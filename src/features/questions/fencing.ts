/** People's and documents' words as data: no fence of the prompt can be closed from within. */
export function fenced(text: string): string {
  return text.replaceAll('<', '‹').replaceAll('>', '›')
}

/** Without what could name a person: long numbers (NIP, NIK, phone, account) and e-mail addresses. */
export function masked(text: string): string {
  return text.replace(/\+?\d(?:[\s.-]?\d){8,}/g, '[nomor]').replace(/[\w.+-]+@[\w-]+\.[\w.]+/g, '[surel]')
}
