import { createRaster, type Raster } from './raster.ts'

/** Canvases on top of each other, so that what changes often does not redraw what changes seldom. */
export interface Layers {
  /** Ties and single actors. The lowest, and so the only one that hides what lies beneath it. */
  ground: Raster
  /** Closed groups. */
  groups: CanvasRenderingContext2D
  over: CanvasRenderingContext2D
  ratio: number
  width: number
  height: number
  resize: () => boolean
  clear: (layer: 'groups' | 'over') => void
  end: () => void
}

/** Beyond twice the density of the page nobody sees a difference, and everything takes longer. */
const MOST_RATIO = 2

export function createLayers(container: HTMLElement): Layers {
  const canvases = [0, 1, 2].map(() => {
    const canvas = document.createElement('canvas')
    canvas.className = 'network-layer'
    container.append(canvas)
    return canvas
  })
  const pen = (at: number) => canvases[at]!.getContext('2d')!
  const layers: Layers = {
    ground: createRaster(pen(0), 1),
    groups: pen(1),
    over: pen(2),
    ratio: 1,
    width: 0,
    height: 0,
    resize() {
      const ratio = Math.min(MOST_RATIO, window.devicePixelRatio || 1)
      const { clientWidth, clientHeight } = container
      if (layers.width === clientWidth && layers.height === clientHeight && layers.ratio === ratio)
        return false
      Object.assign(layers, { ratio, width: clientWidth, height: clientHeight })
      for (const canvas of canvases) {
        canvas.width = Math.round(clientWidth * ratio)
        canvas.height = Math.round(clientHeight * ratio)
        canvas.getContext('2d')!.setTransform(ratio, 0, 0, ratio, 0, 0)
      }
      layers.ground = createRaster(pen(0), ratio)
      return true
    },
    clear(layer) {
      layers[layer].clearRect(0, 0, layers.width, layers.height)
    },
    end() {
      for (const canvas of canvases) canvas.remove()
    },
  }
  return layers
}
