/*
 * extracts.h - what is made beside the report in the same run: short documents, and pictures with words.
 */
#ifndef GRADIENT_RUN_EXTRACTS_H
#define GRADIENT_RUN_EXTRACTS_H

#include <stdbool.h>

#include "layout/layout_pages.h"

struct device;
struct outfile_set;
struct run;

/* An extract laid out. */
struct extract_pages {
	const struct document *document;
	const struct layout *layout;
	struct pages *pages;
	struct figure_list figures;
};

/* A card drawn. */
struct card_scene {
	const struct card *card;
	const struct scene *scene;
};

/* Lays out all of them; faults are told. */
void extracts_lay_out(struct run *run);

/* The pictures of all of them without their pages, for the web; cards are left out. */
void extracts_draw_pictures(struct run *run);

/* The files of a device that makes pages: ID.pdf beside the report. False after a diagnostic. */
bool extracts_render(const struct run *run, const struct device *device,
		     struct outfile_set *outputs);

/* "cards/ID.svg" */
const char *card_file(const struct run *run, const char *id, const char *suffix);

/* cards/ID.svg and .png. False after a diagnostic. */
bool card_add_pictures(const struct run *run, const struct card_scene *drawn,
		       struct outfile_set *outputs);

/* cards/ID.txt: all its words. */
void card_add_words(const struct run *run, const struct card *card, struct outfile_set *outputs);

/* These files of all cards of the report. False after a diagnostic. */
bool cards_render(const struct run *run, struct outfile_set *outputs);

#endif
