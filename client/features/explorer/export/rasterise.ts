import type { ComposedPicture } from './compose-picture.ts'

/** Draws the sheet as a PNG, `scale` times as large. @throws when the browser cannot draw so much */
export async function rasterise({ svg, width, height }: ComposedPicture, scale: number): Promise<Blob> {
  const image = new Image(width * scale, height * scale)
  // The size is set on the SVG itself, else it is drawn small and then enlarged.
  const sized = svg.replace(/width="\d+" height="\d+"/, `width="${width * scale}" height="${height * scale}"`)
  const url = URL.createObjectURL(new Blob([sized], { type: 'image/svg+xml' }))
  image.src = url
  await image.decode().finally(() => URL.revokeObjectURL(url))
  const canvas = document.createElement('canvas')
  canvas.width = width * scale
  canvas.height = height * scale
  const pen = canvas.getContext('2d')
  if (!pen) throw new Error('no canvas')
  pen.drawImage(image, 0, 0, canvas.width, canvas.height)
  return new Promise((done, failed) => {
    canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('not drawn'))), 'image/png')
  })
}
