/*
 * device.h - outputs that play scenes.
 *
 * A device only draws what it is given: it knows nothing of indicators or layout. Bytes are made in
 * memory; the same scenes give the same bytes. Each is one file with one constant record. Editions of a report
 * (run/edition.h) choose among them.
 */
#ifndef GRADIENT_DEVICE_DEVICE_H
#define GRADIENT_DEVICE_DEVICE_H

#include <stdbool.h>

#include "scene/pages.h"
#include "scene/scene.h"

struct buffer;
struct diag_list;
struct drawing;
struct image;

/* A picture that stands for itself. */
struct picture {
	const struct scene *scene;
	const char *id; /* letters, digits, hyphens; unique among pictures */
	const char *title, *description, *language;
	struct colour paper;        /* what it is drawn on: a page that uses it may be dark */
	double pixels_a_point;      /* of outputs made of pixels; 0 = 300 an inch */
	const struct pages *report; /* that it comes from: publisher, dates; NULL = none */
};

/* An output. It makes one file of the report, or a file of each chart. */
struct device {
	const char *name;
	const char *suffix; /* of its files: ".pdf" */
	/* Either of the two; the other is NULL. False after a diagnostic. */
	bool (*write_pages)(const struct pages *pages, struct buffer *out, struct diag_list *diags);
	bool (*write_picture)(const struct picture *picture, struct buffer *out,
			      struct diag_list *diags);
	/*
	 * write_picture in two steps, of an output that takes longer to pack than to draw; NULL of others. A drawing is
	 * packed once, in any thread, which frees it; words of the picture are borrowed till then.
	 */
	struct drawing *(*draw_picture)(const struct picture *picture,
					struct diag_list *diags); /* NULL after a diagnostic */
	void (*pack_picture)(struct drawing *drawing, struct buffer *out);
};

extern const struct device device_pdf, device_svg, device_svg_text, device_png, device_dump;

/* A picture as a PDF of one page without margins, its description as text in place of it. */
extern const struct device device_pdf_picture;

/* False of a picture that is damaged behind its head. */
bool device_can_draw(const struct image *image);

/* A scene as text, numbers to 0.01 pt; scenes used within it follow indented. */
void dump_scene(const struct scene *scene, struct buffer *out);

/* "1.6.39", of libpng. */
const char *png_library_version(void);

#endif
