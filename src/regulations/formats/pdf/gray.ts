/** A picture unpacked: one bit, or one, three or four bytes a pixel, row by row. */
export interface Pixels {
  readonly width: number
  readonly height: number
  readonly data: Uint8Array | Uint8ClampedArray
}

/** A picture as a binary PGM (gray, 8 bits), turned clockwise by so many degrees, a multiple of 90. */
export function pgmOf({ width, height, data }: Pixels, degrees: number): Uint8Array {
  return turned(grayOf(data, width, height), width, height, degrees)
}

/** One byte a pixel, from one bit, three or four bytes a pixel. */
function grayOf(data: Uint8Array | Uint8ClampedArray, width: number, height: number): Uint8Array {
  const gray = new Uint8Array(width * height)
  const channels = Math.floor(data.length / gray.length)
  if (channels >= 3)
    for (let i = 0, at = 0; i < gray.length; i++, at += channels)
      gray[i] = ((data[at] ?? 0) * 77 + (data[at + 1] ?? 0) * 151 + (data[at + 2] ?? 0) * 28) >> 8
  else if (channels === 1) gray.set(data)
  else {
    const row = (width + 7) >> 3
    for (let i = 0; i < gray.length; i++) {
      const x = i % width
      const byte = data[((i - x) / width) * row + (x >> 3)] ?? 0
      gray[i] = (byte >> (7 - (x & 7))) & 1 ? 255 : 0
    }
  }
  return gray
}

function turned(gray: Uint8Array, width: number, height: number, degrees: number): Uint8Array {
  const quarter = (((degrees / 90) % 4) + 4) % 4
  const sideways = quarter % 2 === 1
  const header = Buffer.from(`P5\n${sideways ? height : width} ${sideways ? width : height}\n255\n`, 'latin1')
  const picture = new Uint8Array(header.length + gray.length)
  picture.set(header)
  if (quarter === 0) picture.set(gray, header.length)
  else
    for (let i = 0; i < gray.length; i++) {
      const x = i % width
      const y = (i - x) / width
      const to =
        quarter === 1
          ? x * height + (height - 1 - y)
          : quarter === 2
            ? gray.length - 1 - i
            : (width - 1 - x) * height + y
      picture[header.length + to] = gray[i] ?? 255
    }
  return picture
}
