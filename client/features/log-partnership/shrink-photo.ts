/** Longest side of a photo that is sent, in pixels: a page of text is still read on it. */
const LONGEST = 1600
const QUALITY = 0.82
export const MAX_FILE_BYTES = 5 * 1024 * 1024

export type FileTrouble = 'file-type' | 'file-too-large' | 'not-kept'

/** Width and height at most `LONGEST`, never larger than they were. */
export function shrunkSize(width: number, height: number): { width: number; height: number } {
  const scale = Math.min(1, LONGEST / Math.max(width, height))
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) }
}

/**
 * What is sent of a chosen file. A photo is drawn anew, upright and at most 1600 px long, which also leaves behind where and
 * with what it was taken; a PDF is sent as it is.
 */
export async function fileToSend(file: File): Promise<Blob | FileTrouble> {
  if (file.type === 'application/pdf') return file.size > MAX_FILE_BYTES ? 'file-too-large' : file
  if (!file.type.startsWith('image/')) return 'file-type'
  const picture = await createImageBitmap(file, { imageOrientation: 'from-image' }).catch(() => null)
  // A format that this browser cannot read, such as HEIC outside an iPhone.
  if (!picture) return 'file-type'
  const { width, height } = shrunkSize(picture.width, picture.height)
  const canvas = document.createElement('canvas')
  canvas.width = width
  canvas.height = height
  const pen = canvas.getContext('2d')
  if (!pen) return 'file-type'
  // What is transparent becomes paper, not black.
  pen.fillStyle = '#fff'
  pen.fillRect(0, 0, width, height)
  pen.drawImage(picture, 0, 0, width, height)
  picture.close()
  const drawn = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/jpeg', QUALITY))
  if (!drawn) return 'file-type'
  return drawn.size > MAX_FILE_BYTES ? 'file-too-large' : drawn
}
