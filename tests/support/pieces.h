/*
 * pieces.h - a scene as it is painted: every path and text in the order of drawing, with what shows under it.
 *
 * Places are points of the outermost scene. Scenes used within it are taken apart; pieces of a figure bear its
 * name. Ownership: everything lives in the arena of the look.
 */
#ifndef GRADIENT_TESTS_PIECES_H
#define GRADIENT_TESTS_PIECES_H

#include "support/looks.h"

#include "scene/scene.h"

struct piece {
	const struct scene_item *item; /* a path or a text that is more than blanks */
	struct point origin;           /* of the scene that the item stands in */
	struct box box;   /* of a path with the width of its line; of a text see labels.h */
	const char *name; /* of the figure that it belongs to; "" outside figures */
};

struct pieces {
	const struct look *look;
	struct box area;                   /* where pieces may stand */
	struct colour paper;               /* what is under the first piece */
	const struct structure *structure; /* that the elements of items are of; NULL = not known */
	struct piece *items;
	size_t count, capacity;
};

/* A figure that is used within scenes. */
struct named_scene {
	const char *name;
	const struct scene *scene;
};

/* names: figures to be told in the names of pieces, ended by one without a scene; may be NULL. */
struct pieces pieces_of(const struct look *look, const struct scene *scene,
			const struct named_scene *names);

bool piece_is_text(const struct piece *piece);

/* True when the piece, a path, has colour at the point. Dashed lines have none, but for halos. */
bool piece_covers(const struct piece *piece, struct point point);

/* The colour that shows at a point when the pieces before "before" are drawn; axes and gridlines do not count. */
struct colour pieces_colour(const struct pieces *pieces, size_t before, struct point point);

/* Lines that a path strokes, circles as polygons; each calls back with its ends. False ends the walk. */
typedef bool piece_line(struct point from, struct point to, void *context);
void piece_walk(const struct piece *piece, piece_line *line, void *context);

/* The part of a line within a box; false when there is none. */
bool line_within(struct box box, struct point *from, struct point *to);

#endif
