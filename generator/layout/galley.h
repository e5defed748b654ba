/*
 * galley.h - a column of strips: what is placed one below the other, before it is cut into pages.
 *
 * A strip is a line, a row, a figure: it is never cut. Between strips stand spaces, which vanish at the top
 * of a page, and rules about where a page may end. The same galley, put together as one scene, is the
 * content of a cell or box.
 */
#ifndef GRADIENT_LAYOUT_GALLEY_H
#define GRADIENT_LAYOUT_GALLEY_H

#include "layout/composer.h"

enum strip_kind {
	STRIP_BOX,
	STRIP_SPACE,
	STRIP_PAGE, /* a new page, upright or turned */
};

struct strip {
	enum strip_kind kind;
	struct scene *scene; /* of a box */
	double height;
	bool no_break;            /* no page may begin with it */
	bool field;               /* it fills the top of its page with colour */
	bool landscape;           /* of a page: on its side */
	bool turned_back;         /* of a page: upright after pages on their side */
	const struct node *mark;  /* a section that begins here */
	const struct scene *head; /* repeated above it when a page begins with it */
	struct scene **notes;     /* footnotes that must stand on its page */
	size_t note_count;
	const char *anchor; /* "" if none */
	struct location at; /* for messages */
};

struct galley {
	struct composer *composer;
	double width;
	struct strip *strips;
	size_t count, capacity;
	int element;                      /* parent of the structure elements that are added */
	bool landscape;                   /* on pages turned on their side */
	bool narrow;                      /* text is set in its compact size */
	bool boxed;                       /* its scene becomes a part of a page */
	bool keep;                        /* the next box must stand on the page of the last one */
	const struct node *upright_after; /* table after which pages stand upright again; NULL */
	const char *next_anchor;
	const struct node *next_mark;
	struct scene **next_notes;
	size_t next_note_count, next_note_capacity;

	/* of the one that pages are made from: strips that are on a page leave it */
	bool paged;
	bool page_landscape;             /* the page that comes next */
	const struct node *page_section; /* in force at its top */
	size_t older;                    /* strips, from the first, drawn in composer->older */
};

struct galley galley_new(struct composer *composer, double width, int element);

/* A box; the scene's height counts. Takes what waits for the next box: anchor, mark, notes. */
struct strip *galley_box(struct galley *galley, struct scene *scene, struct location at);

/* Space before the next box; two spaces in a row become the larger of them. */
void galley_space(struct galley *galley, double height);

/* A new page, turned as the last one. */
void galley_page(struct galley *galley);

/*
 * New pages on their side, or upright again, with the galley as wide as their text. Turning back and at
 * once on their side again goes on where the pages on their side ended. Returns how it was before.
 */
bool galley_turn(struct galley *galley, bool landscape);

/* The next box gets the anchor of a node. */
void galley_anchor(struct galley *galley, const struct node *node);

/* A footnote that belongs to the next box. */
void galley_note(struct galley *galley, struct scene *note);

double galley_height(const struct galley *galley);

/* All strips as one scene; notes and marks of a galley that is used so are handed on to into. */
struct scene *galley_scene(struct galley *galley, struct galley *into);

/* A new scene as wide as the galley whose items get the element. */
struct scene *galley_new_scene(struct galley *galley, double height, int element);

#endif
