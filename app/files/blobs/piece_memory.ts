/** Pieces of this size reach the speed of a web server that lets the kernel copy; 64 KiB reach a half of it. */
export const pieceBytes = 1024 ** 2

const spare: Buffer[] = []
const mostSpare = 16

/**
 * Memory for a piece, used before or new: fresh memory for each of a thousand small files costs as much as sending
 * them. Give back only what nobody reads or fills any more.
 */
export const takePiece = () => spare.pop() ?? Buffer.allocUnsafeSlow(pieceBytes)

export function givePieceBack(piece: Buffer) {
  if (spare.length < mostSpare) spare.push(piece)
}
