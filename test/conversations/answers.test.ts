import { describe, test } from 'vitest'
import { plays } from '../support/bot.ts'

describe('an answer from what is stored', () => {
  test('gives the sentence that answers, and a related question one tap away', () =>
    plays(`
      > bolos 19 hari hukumannya apa
      < PNS yang tidak masuk kerja tanpa alasan yang sah 17 sampai 20 hari kerja…Sumber: Pasal 10 ayat (2) huruf f angka 3) PP 94/2021…
      > [Bolos belasan hari pns kena hukuman apa?]
      < …11 sampai 20 hari kerja…Pasal 10 ayat (2) huruf f PP 94/2021…
    `))

  test('is followed up with a figure, a group, and for its source', () =>
    plays(`
      > bolos 5 hari kena sanksi apa?
      < …4 sampai 6 hari kerja…teguran tertulis.…
      > terus kalau 8 hari?
      < …7 sampai 10 hari kerja…pernyataan tidak puas secara tertulis.…
      > cuti tahunan PNS berapa hari?
      < …12 hari kerja…Pasal 311…PP 11/2017…
      > kalau PPPK?
      < …12 hari kerja…Pasal 78…PP 49/2018…
      > itu dasarnya apa?
      < …Pasal 78…PP 49/2018…
      > batas usia pensiun staf berapa
      < …58 tahun…
    `))

  test('to two questions at once has two parts', () =>
    plays(`
      > cuti melahirkan PNS vs PPPK
      < Cuti melahirkan PNS Cuti melahirkan lamanya 3 bulan…(Pasal 325 ayat (3) PP 11/2017) Cuti melahirkan PPPK PPPK berhak cuti melahirkan paling lama 3 bulan…(Pasal 88 PP 49/2018)…
      > yang kedua?
      < PPPK berhak cuti melahirkan paling lama 3 bulan…Pasal 88…
    `))

  test('from a law that is revoked says so first', () =>
    plays(`
      > uu 5/2014 pensiun umur berapa
      < ⚠️ Ini aturan lama yang sudah dicabut oleh UU 20/2023…UU 5/2014…58 tahun…Sumber: Pasal 90 UU 5/2014…
    `))
})
