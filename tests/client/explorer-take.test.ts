import { describe, expect, it } from 'vitest'
import { withName, withView } from '#client/features/explorer/saved/saved-views.ts'
import { SvgPen } from '#client/network/canvas/svg-pen.ts'

const pen = () => new SvgPen({ font: '', measureText: () => ({ width: 10 }) as TextMetrics })

describe('a pen that writes SVG', () => {
  it('draws whole circles as two arcs and parts of them as one', () => {
    const whole = pen()
    whole.beginPath()
    whole.arc(10, 20, 5, 0, 2 * Math.PI)
    whole.fillStyle = '#123456'
    whole.fill()
    expect(whole.svg).toBe('<path d="M5 20a5 5 0 1 1 10 0a5 5 0 1 1 -10 0z" fill="#123456"/>')
    const half = pen()
    half.beginPath()
    half.arc(10, 20, 5, -Math.PI / 2, Math.PI / 2)
    half.lineWidth = 2
    half.strokeStyle = '#000'
    half.stroke()
    expect(half.svg).toBe('<path d="M10 15A5 5 0 0 1 10 25" fill="none" stroke="#000" stroke-width="2"/>')
  })

  it('keeps dashes, caps and paleness, and begins each path anew', () => {
    const lines = pen()
    lines.beginPath()
    lines.moveTo(0, 0)
    lines.lineTo(1.234, 5)
    lines.setLineDash([4, 3])
    lines.lineCap = 'round'
    lines.globalAlpha = 0.5
    lines.stroke()
    lines.beginPath()
    lines.stroke()
    expect(lines.svg).toBe(
      '<path d="M0 0L1.23 5" fill="none" stroke="#000000" stroke-width="1" stroke-dasharray="4 3" stroke-linecap="round" opacity="0.5"/>',
    )
  })

  it('writes words with their size and weight, in the middle where asked, and nothing that is markup', () => {
    const words = pen()
    words.font = '600 10px Inter, sans-serif'
    words.textAlign = 'center'
    words.textBaseline = 'middle'
    words.fillText('Kopi & <Teh>', 3, 4)
    expect(words.svg).toBe(
      '<text x="3" y="7.5" font-size="10" font-weight="600" text-anchor="middle" fill="#000000">Kopi &#38; &#60;Teh&#62;</text>',
    )
  })
})

describe('saved views', () => {
  const list = [
    { name: 'Batik', search: 'sector=batik' },
    { name: 'Peran', search: 'color=role' },
  ]

  it('take another name in their place, the same one in other letters too', () => {
    expect(withName(list, 'batik', '  Batik   saja ')).toEqual([
      { name: 'Batik saja', search: 'sector=batik' },
      list[1],
    ])
    expect(withName(list, 'Batik', 'BATIK')[0]).toEqual({ name: 'BATIK', search: 'sector=batik' })
  })

  it('keep their name where the other is taken or empty', () => {
    expect(withName(list, 'Batik', 'peran')).toBe(list)
    expect(withName(list, 'Batik', '  ')).toBe(list)
  })

  it('are replaced in their place by another of the same name', () => {
    expect(withView(list, { name: 'batik ', search: 'on=all' })).toEqual([
      { name: 'batik', search: 'on=all' },
      list[1],
    ])
  })
})
