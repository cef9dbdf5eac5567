/** The kind of data that is dragged, so that text or files from elsewhere are not taken for a card. */
const cardType = 'application/x-common-ground-card';

/** Attributes of something that can be dragged. The menu does the same for those who don't drag. */
export function cardDrag(card: string) {
  return {
    draggable: true,
    onDragStart: (event: DragEvent) => {
      event.dataTransfer?.setData(cardType, card);
    },
  };
}

/** Attributes of a place where a card can be let go. */
export function dropPlace(onDrop: (card: string) => void) {
  return {
    onDragOver: (event: DragEvent) => {
      if (event.dataTransfer?.types.includes(cardType)) {
        event.preventDefault();
        mark(event, true);
      }
    },
    onDragLeave: (event: DragEvent) => mark(event, false),
    onDrop: (event: DragEvent) => {
      mark(event, false);
      const card = event.dataTransfer?.getData(cardType);
      if (card) {
        event.preventDefault();
        event.stopPropagation();
        onDrop(card);
      }
    },
  };
}

function mark(event: DragEvent, over: boolean): void {
  if (event.currentTarget instanceof HTMLElement) {
    event.currentTarget.classList.toggle('over', over);
  }
}
