/** Pixels, the shape that every network shows whole. */
export const pictureSize = {width: 1200, height: 630}
