import sharp from 'sharp'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../src/errors.ts'
import { cleanPhoto } from '../../src/files/photo.ts'

/** A photo as a telephone makes it: lying on its side, with where and with what it was taken. */
function taken(width: number, height: number): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: '#3070a0' } })
    .withExif({
      IFD0: { Make: 'Kamera Warga', Artist: 'Siti Rahasia' },
      IFD3: { GPSLatitudeRef: 'S', GPSLatitude: '6/1 7/1 12/1' },
    })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer()
}

describe('a photo', () => {
  it('loses all a camera wrote into it, stands upright and becomes small', async () => {
    const before = await taken(4_000, 3_000)
    expect(before.toString('latin1')).toContain('Kamera Warga')
    const after = Buffer.from(await cleanPhoto(before))
    expect(after.toString('latin1')).not.toMatch(/Kamera|Siti|Exif|GPS|xmp|Photoshop/i)
    const seen = await sharp(after).metadata()
    expect(seen).toMatchObject({ format: 'jpeg', width: 1_200, height: 1_600 })
    expect([seen.exif, seen.xmp, seen.iptc, seen.orientation]).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ])
  })

  it('that is small already stays as large as it is, whatever kind it was', async () => {
    const picture = sharp({
      create: { width: 300, height: 200, channels: 4, background: { r: 9, g: 9, b: 9, alpha: 0 } },
    })
    for (const bytes of [await picture.png().toBuffer(), await picture.webp().toBuffer()])
      expect(await sharp(await cleanPhoto(bytes)).metadata()).toMatchObject({
        format: 'jpeg',
        width: 300,
        height: 200,
      })
  })

  it.each([
    ['is too large', async () => hugePng(), /terlalu besar/],
    ['is none', async () => new TextEncoder().encode('%PDF-1.7\n…'), /hanya foto/],
    ['is of a kind nobody here can read', async () => heic(), /HEIC/],
    ['breaks off', async () => (await taken(800, 600)).subarray(0, 2_000), /tidak bisa dibaca/],
    ['is empty', async () => new Uint8Array(), /kosong/],
  ])('that %s is refused in kind words', async (_, bytes, words) => {
    const refused = cleanPhoto(await bytes())
    await expect(refused).rejects.toThrow(Refusal)
    await expect(refused).rejects.toThrow(words)
  })
})

/** A PNG of which only the head is there: it says that 60,000 × 60,000 pixels follow. */
async function hugePng(): Promise<Uint8Array> {
  const bytes = await sharp({ create: { width: 1, height: 1, channels: 3, background: '#000' } })
    .png()
    .toBuffer()
  bytes.writeUInt32BE(60_000, 16)
  bytes.writeUInt32BE(60_000, 20)
  const { crc32 } = await import('node:zlib')
  bytes.writeUInt32BE(crc32(bytes.subarray(12, 29)), 29)
  return bytes
}

function heic(): Uint8Array {
  return Buffer.concat([
    Buffer.from([0, 0, 0, 24]),
    Buffer.from('ftypheic\0\0\0\0mif1heic'),
    Buffer.alloc(64),
  ])
}
