/*
 * content.h - which elements of the structure have anything drawn on the pages.
 *
 * What a report leaves out, a caption without words or an item without text, must leave no tag behind: a
 * reading program would stop at it and say nothing.
 */
#ifndef GRADIENT_SCENE_CONTENT_H
#define GRADIENT_SCENE_CONTENT_H

struct pages;

/*
 * Marks the elements of which nothing is drawn, nor of anything in them, as empty. Cells are never marked: a row
 * needs all of its cells.
 */
void content_mark_empty(struct pages *pages);

#endif
