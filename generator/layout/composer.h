/*
 * composer.h - what all parts of the layout share while one report is laid out; for this folder alone.
 */
#ifndef GRADIENT_LAYOUT_COMPOSER_H
#define GRADIENT_LAYOUT_COMPOSER_H

#include "document/document.h"
#include "model/layout.h"
#include "scene/pages.h"
#include "text/compose.h"
#include "text/engine.h"

struct arena;
struct diag_list;
struct string_index;

/* The picture of a figure, drawn once however often the report is laid out. */
struct figure_scene {
	const struct node *node;
	struct scene *scene;
	double width;
};

/* What the page of a place was taken to be when its number was set; 0 = not known. */
struct page_guess {
	const struct node *target;
	unsigned page;
};

struct composer {
	struct arena *arena; /* of the pass: a report is laid out until its page numbers agree */
	struct arena *whole; /* for what outlives a pass */
	/* For what is set and not yet on a page: scenes of lines, rows and boxes. A page copies what is on it. */
	struct arena *drafts;
	struct arena *older; /* drafts of strips that were left when pages were made last; NULL */
	struct text_engine *engine;
	const struct layout *layout;
	const struct theme *theme;
	const struct document *document;
	struct diag_list *diags;
	struct pages *pages;
	int fonts[TEXT_ROLE_COUNT]; /* their numbers and one; 0 = not asked for yet */
	double page_width;          /* of the text on the pages that are being filled */
	struct figure_scene *figures;
	size_t figure_count, figure_capacity;
	struct page_guess *guesses;
	size_t guess_count, guess_capacity;
	struct string_index *anchor_numbers; /* anchor -> position in anchor_pages */
	unsigned *anchor_pages;              /* page of an anchor, from 1; 0 = not known yet */
	size_t anchor_count, anchor_capacity;
	struct location at; /* of the node that is being set, for its elements */
	int title_element; /* of the title in a running line; an artifact when it stands elsewhere */
	int notice_element; /* of the notice in a running line of the first page; an artifact: none */
	int logo_element;   /* of the logo at the head of the first page; an artifact: none */
	int *notes;         /* elements of the footnotes */
	size_t note_count, note_capacity;
	struct structure_element ignored; /* facts of artifacts, which nobody reads */
};

struct colour composer_colour(const struct composer *composer, enum colour_role role);
const struct text_style *composer_style(const struct composer *composer, enum text_role role);
int composer_font(struct composer *composer, enum text_role role);

/* The font of a role, heavier or slanted. */
int composer_font_with(struct composer *composer, enum text_role role, bool strong, bool emphasis);

/* Page of an anchor from the last pass over the report; 0 when it is not known. */
unsigned composer_page(const struct composer *composer, const char *anchor);
void composer_set_page(struct composer *composer, const char *anchor, unsigned page);

/* Adds a structure element; what is part of an artifact is that artifact. */
int composer_element(struct composer *composer, enum structure_type type, int parent);

/* What an element is told beside its type; good until the next one is added. */
struct structure_element *composer_facts(struct composer *composer, int element);

#endif
