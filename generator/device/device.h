/*
 * device.h - outputs that play scenes.
 *
 * A device only draws what it is given: it knows nothing of indicators or layout. Bytes are made in
 * memory; the same scenes give the same bytes.
 */
#ifndef GRADIENT_DEVICE_DEVICE_H
#define GRADIENT_DEVICE_DEVICE_H

#include <stdbool.h>

#include "scene/pages.h"
#include "scene/scene.h"

struct buffer;
struct diag_list;

/* A picture that stands for itself. */
struct picture {
	const struct scene *scene;
	const char *id; /* letters, digits, hyphens; unique among pictures */
	const char *title, *description, *language;
};

/* The whole report as one PDF. False after a diagnostic. */
bool pdf_write(const struct pages *pages, struct buffer *out, struct diag_list *diags);

/* One picture as SVG with outlined text. False after a diagnostic. */
bool svg_write(const struct picture *picture, struct buffer *out, struct diag_list *diags);

/* A scene as text, one item a line, numbers to 0.01 pt; for tests and for finding faults. */
void dump_write(const struct scene *scene, struct buffer *out);

#endif
