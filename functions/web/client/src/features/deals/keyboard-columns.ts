import type { KeyboardCoordinateGetter } from "@dnd-kit/core";

const STEPS: Record<string, number> = { ArrowRight: 1, ArrowLeft: -1 };

/** The arrows take a lifted deal straight to the neighbouring column. */
export const nextColumn: KeyboardCoordinateGetter = (event, { context, currentCoordinates }) => {
  const step = STEPS[event.code];
  if (step === undefined) return undefined;
  event.preventDefault();
  const columns = [...context.droppableRects.values()].sort((one, other) => one.left - other.left);
  const at = columns.findIndex(
    (column) => centre(column) >= currentCoordinates.x - 1 + column.width / 2,
  );
  const current = context.over ? context.droppableRects.get(context.over.id) : columns[at];
  const index = current ? columns.indexOf(current) : 0;
  const target = columns[Math.min(Math.max(index + step, 0), columns.length - 1)];
  return target && { x: target.left + 8, y: target.top + 48 };
};

function centre(rect: { left: number; width: number }): number {
  return rect.left + rect.width / 2;
}
