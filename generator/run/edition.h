/*
 * edition.h - editions of a report: what a finished run is made into, all from one document, one layout and one
 * shaping of its text.
 *
 * Each is one file in editions/ with one constant record. An edition only writes what it finds in the run: it
 * computes, words and hides nothing.
 */
#ifndef GRADIENT_RUN_EDITION_H
#define GRADIENT_RUN_EDITION_H

#include <stdbool.h>

#include "device/device.h"

struct figure_scene;
struct outfile_set;
struct run;

struct edition {
	bool pictures;    /* makes pictures; those of the author with words come beside them */
	bool data_tables; /* asks for the data tables of the run */
	/* Adds its files to the outputs. False after a diagnostic. */
	bool (*make)(const struct run *run, struct outfile_set *outputs);
};

/* A line of editions.def. */
struct edition_entry {
	const struct edition *edition;
	const char *name;
	bool by_default;
	const char *summary;
};

/* All of them in their order, ended by an entry without an edition. */
const struct edition_entry *editions(void);

/* For the editions of this folder that draw: the report and its extracts, or every chart, by a device. */
bool edition_of_pages(const struct run *run, const struct device *device,
		      struct outfile_set *outputs);

/* A chart for a device: its scene, names, language and paper. */
struct picture edition_picture(const struct run *run, const struct figure_scene *figure);

/* "charts/ID.svg"; another name in an edition that must not be published. */
const char *edition_picture_file(const struct run *run, const char *id, const char *suffix);

bool edition_of_pictures(const struct run *run, const struct device *device,
			 struct outfile_set *outputs);

/* One picture. Its bytes may be made by the crew of the run, and are there when that has ended. */
bool edition_add_picture(const struct run *run, const struct device *device,
			 const struct picture *picture, const char *name,
			 struct outfile_set *outputs);

#endif
