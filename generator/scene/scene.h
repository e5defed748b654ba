/*
 * scene.h - what is to be drawn, as data: a display list in which every piece says what it is.
 *
 * Purpose:   charts and pages are made as scenes; devices play them. A scene of a chart does not know
 *            on which page it lands; a page uses it by reference.
 * Units:     points (1/72 inch), y runs down from the top left corner of the scene.
 * Ownership: items, paths and texts live in the arena the scene was made in.
 */
#ifndef GRADIENT_SCENE_SCENE_H
#define GRADIENT_SCENE_SCENE_H

#include <stdbool.h>
#include <stddef.h>

#include "model/theme.h"
#include "scene/geometry.h"
#include "scene/structure.h"

struct arena;
struct buffer;
struct image;       /* scene/image.h */
struct shaped_text; /* text/shape.h */

/* What a piece is, for tests, for classes in SVG and for readers of a dump. */
enum scene_part {
#define SCENE_PART(symbol, name) PART_##symbol,
#include "scene/scene_parts.def"
#undef SCENE_PART
};

enum path_verb { PATH_MOVE, PATH_LINE, PATH_CLOSE, PATH_CIRCLE, PATH_RECTANGLE };

struct path_step {
	enum path_verb verb;
	double x, y;          /* end of a line; centre of a circle; corner of a rectangle */
	double width, height; /* rectangle; width is the radius of a circle */
};

struct scene_path {
	struct path_step *steps;
	size_t count, capacity;
	bool filled, stroked;
	bool even_odd; /* fills what lies inside an odd number of its lines, whichever way they run */
	struct colour fill, stroke;
	double line_width;
	double dash[2];  /* length of dash and gap; 0, 0 = solid */
	bool round_ends; /* ends and corners of lines */
};

/*
 * The place of a text that stays where it is when a reader's font makes the text wider or narrower: of pictures
 * whose text is kept as text. A line of several pieces has one place.
 */
enum text_side { SIDE_LEFT, SIDE_RIGHT, SIDE_MIDDLE };

struct text_hold {
	enum text_side side;
	double x;
};

struct scene_text {
	const struct shaped_text *shaped;
	struct point at; /* left end of the base line */
	struct colour colour;
	struct text_hold hold;
};

enum scene_item_kind {
	SCENE_PATH,
	SCENE_TEXT,
	SCENE_USE,    /* another scene, moved */
	SCENE_LINK,   /* area that leads somewhere */
	SCENE_ANCHOR, /* place that links lead to */
	SCENE_IMAGE,  /* a picture of pixels, made to fill its area */
};

struct scene_item {
	enum scene_item_kind kind;
	enum scene_part part;
	int element; /* of the report's structure, or an artifact; see structure.h */
	union {
		struct scene_path *path;
		struct scene_text text;
		struct { /* of the other kinds */
			struct box area;
			union {
				const struct scene *use;
				const struct image *image;
				const char
					*target; /* of a link: address, or "#" and an anchor; of an
						       anchor: its name */
			};
			const char *contents; /* of a link: what a reader is told */
		};
	};
};

struct scene {
	struct arena *arena;
	double width, height;
	struct scene_item *items;
	size_t count, capacity;
	int element; /* what items are given that are added from now on */
};

struct scene *scene_new(struct arena *arena, double width, double height);

/* An empty path with its style; steps are added with the functions below. */
struct scene_path *scene_fill(struct scene *scene, enum scene_part part, struct colour fill);
struct scene_path *scene_stroke(struct scene *scene, enum scene_part part, struct colour stroke,
				double line_width);

void path_move(struct scene *scene, struct scene_path *path, double x, double y);
void path_line(struct scene *scene, struct scene_path *path, double x, double y);
void path_close(struct scene *scene, struct scene_path *path);
void path_circle(struct scene *scene, struct scene_path *path, double x, double y, double radius);
void path_rectangle(struct scene *scene, struct scene_path *path, struct box box);

void scene_text(struct scene *scene, enum scene_part part, const struct shaped_text *shaped,
		double x, double y, struct colour colour);
/* The same, held at another place than its left end. */
void scene_text_held(struct scene *scene, enum scene_part part, const struct shaped_text *shaped,
		     struct point at, struct colour colour, struct text_hold hold);
void scene_use(struct scene *scene, const struct scene *used, double x, double y);
/* Room for so many items more, exactly: a scene that is copied together knows how many it will have. */
void scene_reserve(struct scene *scene, size_t count);

/* How many items scene_copy() makes of a draft. */
size_t scene_copy_count(const struct scene *draft);

/*
 * What is drawn in a draft, moved and as items of the scene itself: nothing of the draft is needed afterwards. Scenes
 * that the draft uses are copied too, but for those of other arenas than its own, which go on being used.
 */
void scene_copy(struct scene *scene, const struct scene *draft, double x, double y);
void scene_link(struct scene *scene, struct box area, const char *target, const char *contents);
void scene_image(struct scene *scene, const struct image *image, struct box area);
void scene_anchor(struct scene *scene, double x, double y, const char *name);

const char *scene_part_name(enum scene_part part);

#endif
