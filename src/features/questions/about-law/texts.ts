import type { Texts } from '../../../chat/message.ts'

/** What is said of a regulation itself. */
export interface AboutLawTexts {
  /** "PP 94/2021 tentang …: berlaku …", with what people noted of it. */
  standing(name: string, title: string, standing: string, note: string): string
  unrecorded(name: string): string
  readonly askOn: string
  /** A pasal that its law, whose whole text is here, does not have. */
  noSuchArticle(place: string, name: string): string
  articleNotHere(place: string, name: string): string
}

export const texts: Texts<AboutLawTexts> = {
  id: {
    standing: (name, title, standing, note) =>
      `**${name}** tentang ${title}: ${standing}.${note && `\n\n_Catatan: ${note}._`}`,
    unrecorded: (name) =>
      `Status **${name}** belum tercatat di pengetahuan saya, jadi saya tidak berani memastikannya. Coba cek di peraturan.go.id, atau tekan Tanya HR.`,
    askOn: 'Tanyakan saja isinya, atau sebut pasalnya, misalnya "pasal 9 PP 94/2021".',
    noSuchArticle: (place, name) =>
      `Di naskah **${name}** yang saya simpan tidak ada ${place}. Coba periksa lagi nomornya, ya.`,
    articleNotHere: (place, name) =>
      `Bunyi ${place} **${name}** belum ada di pengetahuan saya. Coba cek di peraturan.go.id, atau tekan Tanya HR.`,
  },
}
