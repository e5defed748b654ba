/*
 * labels.h - the words of a scene with the boxes they fill, and the marks with theirs.
 *
 * Boxes are in the points of the outermost scene. That of a text is as wide as its advance and as high as
 * from its capitals to the tails of its small letters: what would be seen to touch.
 */
#ifndef GRADIENT_TESTS_LABELS_H
#define GRADIENT_TESTS_LABELS_H

#include <stdbool.h>
#include <stddef.h>

#include "scene/scene.h"
#include "support/looks.h"

struct label {
	const struct scene_item *item;
	const char *text;
	enum scene_part part;
	int element;
	struct box box;
	struct point at; /* left end of the base line */
	double size_pt;
};

struct labels {
	struct label *items;
	size_t count, capacity;
};

/* Words in the order of drawing; those of scenes used within it too. Blanks alone are left out. */
struct labels labels_of(const struct look *look, const struct scene *scene);

/* The same for paths: text is "" and the box that of what is filled or of the middle of the stroke. */
struct labels marks_of(const struct look *look, const struct scene *scene);

/* The box of one text whose left end of the base line is at a point. */
struct box label_box(const struct look *look, const struct scene_item *item, struct point at);

/* Those of one part. */
struct labels labels_with(const struct look *look, const struct labels *labels,
			  enum scene_part part);

/* The first label with the text; NULL when there is none. */
const struct label *label_find(const struct labels *labels, const char *text);
size_t label_count(const struct labels *labels, const char *text);

/* What is wrong with the words of a figure as a sentence; NULL when nothing is. */
const char *labels_overlap(const struct look *look, const struct labels *labels);
const char *labels_outside(const struct look *look, const struct labels *labels, struct box figure);
const char *labels_too_small(const struct look *look, const struct labels *labels);

#endif
