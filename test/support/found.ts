import type { Found } from '../../src/regulations/search.ts'

/** A passage as the search finds it; what a test does not say is ordinary: a digest of a pasal in force. */
export function foundPassage(
  own: Partial<Omit<Found, 'regulation'>> & { readonly law?: string } = {},
): Found {
  const { law = 'pp-94-2021', ...rest } = own
  const [, number = '', year = ''] = /-([^-]+)-(\d{4})$/.exec(law) ?? []
  const pasal = own.pasal ?? '9'
  return {
    passage: `${law}#${pasal}#${own.ayat ?? ''}`,
    article: `${law}#${pasal}`,
    origin: 'digest',
    pasal,
    ayat: null,
    huruf: null,
    heading: '',
    title: '',
    body: 'PNS wajib masuk kerja.',
    questions: [],
    official: null,
    checked: null,
    standing: { status: 'berlaku', by: [] },
    score: 1,
    confidence: 1,
    regulation: {
      id: law,
      number,
      year: Number(year),
      title: 'Disiplin Pegawai Negeri Sipil',
      abbreviation: '',
      status: 'berlaku',
      amended_by: [],
      revoked_by: [],
      since: '',
      unread: [],
    },
    ...rest,
  }
}
