/** Where a picture stands on the screen: screen = model × zoom + (x, y), in CSS px. */
export interface Camera {
  zoom: number
  x: number
  y: number
}

export interface Size {
  width: number
  height: number
}

export interface Extent {
  left: number
  top: number
  right: number
  bottom: number
}

export const LEAST_ZOOM = 0.1
export const MOST_ZOOM = 48
const CLOSEST_FIT = 1.8

const limited = (zoom: number) => Math.min(MOST_ZOOM, Math.max(LEAST_ZOOM, zoom))

/** The whole extent in the middle of the view. */
export function cameraFitting(extent: Extent, view: Size, padding: number): Camera {
  const room = Math.min(
    (view.width - 2 * padding) / (extent.right - extent.left),
    (view.height - 2 * padding) / (extent.bottom - extent.top),
  )
  const zoom = limited(Math.min(CLOSEST_FIT, room > 0 ? room : 1))
  return {
    zoom,
    x: view.width / 2 - (zoom * (extent.left + extent.right)) / 2,
    y: view.height / 2 - (zoom * (extent.top + extent.bottom)) / 2,
  }
}

/** Nearer or farther, so that what lies under the given point of the screen stays there. */
export function zoomedAt(camera: Camera, factor: number, at: { x: number; y: number }): Camera {
  const zoom = limited(camera.zoom * factor)
  const share = zoom / camera.zoom
  return { zoom, x: at.x - (at.x - camera.x) * share, y: at.y - (at.y - camera.y) * share }
}

export const toModel = ({ zoom, x, y }: Camera, at: { x: number; y: number }) => ({
  x: (at.x - x) / zoom,
  y: (at.y - y) / zoom,
})
