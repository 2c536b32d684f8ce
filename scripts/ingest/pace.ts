/** How far a piece of work is: of its files, and of their bytes. */
export interface Pace {
  readonly files: number
  readonly ofFiles: number
  readonly bytes: number
  readonly ofBytes: number
  readonly seconds: number
}

/** How far, how fast, and how much longer: "12/40 berkas, 3 berkas/detik, sisa 10 detik". Large files count for more. */
export function paceText({ files, ofFiles, bytes, ofBytes, seconds }: Pace): string {
  const parts = [`${files}/${ofFiles} berkas`]
  if (seconds >= 1 && files > 0) parts.push(rate(files / seconds, 'berkas'))
  if (seconds >= 1 && bytes > 0 && bytes < ofBytes)
    parts.push(`sisa ${duration((seconds * (ofBytes - bytes)) / bytes)}`)
  return parts.join(', ')
}

/** "3 berkas/detik", or where it goes slower "12 halaman/menit". */
export function rate(perSecond: number, what: string): string {
  const [many, unit] = perSecond >= 1 ? [perSecond, 'detik'] : [perSecond * 60, 'menit']
  return `${number(many, many < 10 ? 1 : 0)} ${what}/${unit}`
}

/** A length of time as people say it: "8 detik", "3 menit", "1 jam 20 menit". */
export function duration(seconds: number): string {
  if (seconds < 90) return `${Math.max(1, Math.round(seconds))} detik`
  const minutes = Math.round(seconds / 60)
  if (minutes < 60) return `${minutes} menit`
  const rest = minutes % 60
  return `${Math.floor(minutes / 60)} jam${rest > 0 ? ` ${rest} menit` : ''}`
}

/** A number as it is written here. */
export function number(value: number, digits = 0): string {
  return value.toLocaleString('id-ID', { maximumFractionDigits: digits })
}
