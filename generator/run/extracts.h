/*
 * extracts.h - what is made beside the report in the same run: short documents, and pictures with words.
 */
#ifndef GRADIENT_RUN_EXTRACTS_H
#define GRADIENT_RUN_EXTRACTS_H

#include <stdbool.h>

struct device;
struct outfile_set;
struct run;

/* An extract laid out. */
struct extract_pages {
	const struct document *document;
	struct pages *pages;
};

/* A card drawn. */
struct card_scene {
	const struct card *card;
	const struct scene *scene;
};

/* Lays out all of them; faults are told. */
void extracts_lay_out(struct run *run);

/* The files of a device that makes pages: ID.pdf beside the report. False after a diagnostic. */
bool extracts_render(const struct run *run, const struct device *device,
		     struct outfile_set *outputs);

/* cards/ID.svg, .png and .txt. False after a diagnostic. */
bool cards_render(const struct run *run, struct outfile_set *outputs);

#endif
