import { escaped } from '../graph/mark-image.ts'

/** What the painters need of a 2D context: a canvas has it, and so has a pen that writes SVG. */
export type Pen = Pick<
  CanvasRenderingContext2D,
  | 'arc'
  | 'beginPath'
  | 'clearRect'
  | 'closePath'
  | 'drawImage'
  | 'fill'
  | 'fillStyle'
  | 'fillText'
  | 'font'
  | 'globalAlpha'
  | 'imageSmoothingEnabled'
  | 'lineCap'
  | 'lineJoin'
  | 'lineTo'
  | 'lineWidth'
  | 'measureText'
  | 'moveTo'
  | 'rect'
  | 'restore'
  | 'save'
  | 'setLineDash'
  | 'setTransform'
  | 'stroke'
  | 'strokeStyle'
  | 'strokeText'
  | 'textAlign'
  | 'textBaseline'
>

const ANCHOR: Readonly<Partial<Record<CanvasTextAlign, string>>> = {
  center: 'middle',
  right: 'end',
  end: 'end',
}
/** How far below the middle of a line its letters stand, as a share of their size. */
const MIDDLE = 0.35
const round = (value: number) => Math.round(value * 100) / 100

/**
 * Writes what is drawn on it as SVG elements, in the coordinates of the canvas that it stands for. Its letters take the
 * family of the picture around them. Widths of texts are those of the given canvas.
 */
export class SvgPen implements Pen {
  fillStyle: CanvasRenderingContext2D['fillStyle'] = '#000000'
  strokeStyle: CanvasRenderingContext2D['strokeStyle'] = '#000000'
  font = '10px sans-serif'
  globalAlpha = 1
  imageSmoothingEnabled = true
  lineCap: CanvasLineCap = 'butt'
  lineJoin: CanvasLineJoin = 'miter'
  lineWidth = 1
  textAlign: CanvasTextAlign = 'start'
  textBaseline: CanvasTextBaseline = 'alphabetic'
  #path: string[] = []
  #dash: readonly number[] = []
  readonly #elements: string[] = []
  readonly #ruler: Pick<CanvasRenderingContext2D, 'font' | 'measureText'>

  constructor(ruler: Pick<CanvasRenderingContext2D, 'font' | 'measureText'>) {
    this.#ruler = ruler
  }

  /** All that has been drawn. */
  get svg(): string {
    return this.#elements.join('\n')
  }

  beginPath(): void {
    this.#path = []
  }
  moveTo(x: number, y: number): void {
    this.#path.push(`M${round(x)} ${round(y)}`)
  }
  lineTo(x: number, y: number): void {
    this.#path.push(`${this.#path.length === 0 ? 'M' : 'L'}${round(x)} ${round(y)}`)
  }
  closePath(): void {
    this.#path.push('z')
  }
  rect(x: number, y: number, width: number, height: number): void {
    this.#path.push(`M${round(x)} ${round(y)}h${round(width)}v${round(height)}h${round(-width)}z`)
  }
  arc(x: number, y: number, r: number, start: number, end: number): void {
    if (end - start < 2 * Math.PI - 1e-6) {
      const at = (angle: number) => `${round(x + r * Math.cos(angle))} ${round(y + r * Math.sin(angle))}`
      const large = end - start > Math.PI ? 1 : 0
      this.#path.push(`M${at(start)}A${round(r)} ${round(r)} 0 ${large} 1 ${at(end)}`)
      return
    }
    const half = `a${round(r)} ${round(r)} 0 1 1`
    this.#path.push(`M${round(x - r)} ${round(y)}${half} ${round(2 * r)} 0${half} ${round(-2 * r)} 0z`)
  }
  fill(): void {
    if (this.#path.length === 0) return
    this.#elements.push(`<path d="${this.#path.join('')}" fill="${this.fillStyle}"${this.#alpha()}/>`)
  }
  stroke(): void {
    if (this.#path.length === 0) return
    this.#elements.push(
      `<path d="${this.#path.join('')}" fill="none" stroke="${this.strokeStyle}" stroke-width="${round(this.lineWidth)}"${this.#dashes()}${this.lineCap === 'butt' ? '' : ` stroke-linecap="${this.lineCap}"`}${this.#alpha()}/>`,
    )
  }
  fillText(text: string, x: number, y: number): void {
    this.#elements.push(`<text ${this.#letters(x, y)} fill="${this.fillStyle}">${escaped(text)}</text>`)
  }
  strokeText(text: string, x: number, y: number): void {
    this.#elements.push(
      `<text ${this.#letters(x, y)} fill="none" stroke="${this.strokeStyle}" stroke-width="${round(this.lineWidth)}" stroke-linejoin="${this.lineJoin}">${escaped(text)}</text>`,
    )
  }
  drawImage(image: CanvasImageSource, x: number, y: number): void {
    if (!(image instanceof HTMLCanvasElement)) return
    this.#elements.push(
      `<image x="${round(x)}" y="${round(y)}" width="${image.width}" height="${image.height}" href="${image.toDataURL()}"/>`,
    )
  }
  measureText(text: string): TextMetrics {
    this.#ruler.font = this.font
    return this.#ruler.measureText(text)
  }
  setLineDash(dash: Iterable<number>): void {
    this.#dash = [...dash]
  }
  /** The painters only ever return to where they began. */
  setTransform(): void {}
  save(): void {}
  restore(): void {}
  clearRect(): void {}

  #alpha = () => (this.globalAlpha === 1 ? '' : ` opacity="${round(this.globalAlpha)}"`)
  #dashes = () => (this.#dash.length === 0 ? '' : ` stroke-dasharray="${this.#dash.map(round).join(' ')}"`)
  #letters(x: number, y: number): string {
    const [, weight, size] = /^(?:(\w+) )?([\d.]+)px/.exec(this.font) ?? []
    const px = Number(size ?? 10)
    const anchor = ANCHOR[this.textAlign]
    return [
      `x="${round(x)}" y="${round(y + (this.textBaseline === 'middle' ? MIDDLE * px : 0))}" font-size="${px}"`,
      weight && weight !== '400' ? ` font-weight="${weight}"` : '',
      anchor ? ` text-anchor="${anchor}"` : '',
      this.globalAlpha === 1 ? '' : this.#alpha(),
    ].join('')
  }
}
