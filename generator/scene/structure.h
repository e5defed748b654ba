/*
 * structure.h - what the drawn pieces of a report are: the tree that tags of a PDF are made from.
 *
 * The tree is in reading order and stands beside the scenes: every item of a scene names its element, or
 * says what kind of artifact it is. An element whose content runs over several pages is one element.
 */
#ifndef GRADIENT_SCENE_STRUCTURE_H
#define GRADIENT_SCENE_STRUCTURE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/location.h"

struct arena;

enum structure_type {
	STRUCTURE_DOCUMENT,
	STRUCTURE_SECTION,
	STRUCTURE_HEADING, /* level says which */
	STRUCTURE_PARAGRAPH,
	STRUCTURE_LIST,
	STRUCTURE_LIST_ITEM,
	STRUCTURE_LABEL,
	STRUCTURE_LIST_BODY,
	STRUCTURE_TABLE,
	STRUCTURE_TABLE_HEAD,
	STRUCTURE_TABLE_BODY,
	STRUCTURE_TABLE_ROW,
	STRUCTURE_HEADER_CELL,
	STRUCTURE_DATA_CELL,
	STRUCTURE_FIGURE,
	STRUCTURE_CAPTION,
	STRUCTURE_CONTENTS,
	STRUCTURE_CONTENTS_ITEM,
	STRUCTURE_REFERENCE,
	STRUCTURE_NOTE,
	STRUCTURE_LINK,
	STRUCTURE_SPAN,
	STRUCTURE_DIVISION,
};

/* Negative element numbers: content that is not part of the text. */
enum structure_artifact {
	ARTIFACT_LAYOUT = -1,     /* rules, tints, ornaments */
	ARTIFACT_HEADER = -2,     /* running head */
	ARTIFACT_FOOTER = -3,     /* running foot */
	ARTIFACT_BACKGROUND = -4, /* fields of colour over a page */
	ARTIFACT_REPEATED = -5,   /* the head of a table on its later pages */
	ELEMENT_OF_USER = -6,     /* that of the item that uses the scene: pieces of a picture */
};

enum header_scope { SCOPE_NONE, SCOPE_COLUMN, SCOPE_ROW };

/* How the labels of a list count. */
enum list_numbering { NUMBERING_NONE, NUMBERING_DISC, NUMBERING_DECIMAL };

/* Small: a statement has more than ten thousand. */
struct structure_element {
	enum structure_type type : 8;
	enum header_scope scope : 8;       /* of a header cell */
	enum list_numbering numbering : 8; /* of a list */
	bool leads : 1;                    /* it is read before the other children of its parent */
	bool empty : 1; /* nothing of it is drawn, nor of what is in it: no tag is made of it */
	int parent;     /* -1 for the document */
	unsigned level; /* of a heading, 1 to 6 */
	unsigned columns, rows; /* that a cell spans; 0 = 1 */
	unsigned header_count;
	const int *headers; /* of a cell: its header cells, where scopes alone do not tell them */
	const char *alternative; /* text in place of a picture; NULL if none */
	const char *language;    /* NULL = as around */
	const char *expansion;   /* long form of an abbreviation; NULL if none */
	const char *anchor;      /* name that links lead to; NULL if none */
	const char *replacement; /* text in place of what is drawn; NULL if none */
	const char *summary;     /* what a table without caption is called; NULL of others */
	struct location at;      /* of the element of the spec that it comes from; line 0 if none */
};

struct structure {
	struct structure_element *elements;
	size_t count, capacity;
};

/*
 * Adds an element behind the last one of its parent; returns its number. parent -1 for the first. The children
 * of an element are in the order of their numbers, those that lead first; an element may be given another parent later, so that the
 * number of a parent may be the larger one.
 */
int structure_add(struct arena *arena, struct structure *structure, enum structure_type type,
		  int parent);

/* The tree the other way round: first child of every element, and the next child of its parent; -1 for none. */
struct structure_order {
	int *first, *next;
};

struct structure_order structure_order(struct arena *arena, const struct structure *structure);

/* The next element in reading order, children before what follows; -1 at the end. */
int structure_next(const struct structure *structure, const struct structure_order *order,
		   int element);

/* "Sect", "H2", "TH": the standard type of PDF. */
const char *structure_type_name(const struct structure_element *element);

#endif
