/*
 * heading.h - which level a heading of the document has, for every edition that tells headings by level.
 *
 * The title of the document is its only heading of level 1, wherever an edition sets it. What it heads, the
 * contents and the outermost sections, is of level 2, and so on down to 6, the deepest that PDF and HTML
 * know. The level is that of the nesting, not of the look: a section of a section that an extract shows by
 * itself stands right below the title. So no level is ever skipped. Titles of figures, tables, cells and
 * callouts are no headings.
 */
#ifndef GRADIENT_DOCUMENT_HEADING_H
#define GRADIENT_DOCUMENT_HEADING_H

struct node;

enum { HEADING_LEVEL_TITLE = 1, HEADING_LEVEL_MOST = 6 };

/* 2 to 6 for a section and for the contents; 0 for what has no heading, local contents among it. */
unsigned node_heading_level(const struct node *node);

#endif
