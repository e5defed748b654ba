#include "support/pieces.h"

#include <math.h>

#include "base/arena.h"
#include "support/labels.h"

enum { CORNERS = 24 };

static const double pi = 3.14159265358979323846;

bool piece_is_text(const struct piece *piece)
{
	return piece->item->kind == SCENE_TEXT;
}

/* -- lines ------------------------------------------------------------------------------------ */

struct walk {
	const struct piece *piece;
	piece_line *line;
	void *context;
	struct point at, begin;
	bool closes; /* as fills do: from the end of each run of lines back to its begin */
	bool goes_on;
};

static void walk_to(struct walk *walk, struct point to)
{
	if (walk->goes_on)
		walk->goes_on = walk->line(walk->at, to, walk->context);
	walk->at = to;
}

static void walk_circle(struct walk *walk, struct point centre, double radius)
{
	walk->at = walk->begin = (struct point){ centre.x + radius, centre.y };
	for (int i = 1; i <= CORNERS; i++)
		walk_to(walk, (struct point){ centre.x + radius * cos(2 * pi * i / CORNERS),
					      centre.y + radius * sin(2 * pi * i / CORNERS) });
}

static void walk_rectangle(struct walk *walk, struct point corner, double width, double height)
{
	walk->at = walk->begin = corner;
	walk_to(walk, (struct point){ corner.x + width, corner.y });
	walk_to(walk, (struct point){ corner.x + width, corner.y + height });
	walk_to(walk, (struct point){ corner.x, corner.y + height });
	walk_to(walk, corner);
}

static void walk_step(struct walk *walk, const struct path_step *step)
{
	struct point to = { step->x + walk->piece->origin.x, step->y + walk->piece->origin.y };

	switch (step->verb) {
	case PATH_MOVE:
		if (walk->closes)
			walk_to(walk, walk->begin);
		walk->at = walk->begin = to;
		break;
	case PATH_LINE:
		walk_to(walk, to);
		break;
	case PATH_CLOSE:
		walk_to(walk, walk->begin);
		break;
	case PATH_CIRCLE:
		walk_circle(walk, to, step->width);
		break;
	case PATH_RECTANGLE:
		walk_rectangle(walk, to, step->width, step->height);
		break;
	}
}

static void walk_path(struct walk walk)
{
	const struct scene_path *path = walk.piece->item->path;

	for (size_t i = 0; i < path->count && walk.goes_on; i++)
		walk_step(&walk, &path->steps[i]);
	if (walk.closes)
		walk_to(&walk, walk.begin);
}

void piece_walk(const struct piece *piece, piece_line *line, void *context)
{
	walk_path(
		(struct walk){ .piece = piece, .line = line, .context = context, .goes_on = true });
}

/* One side of the box: narrows what is left of the line, given as parts of its length. */
static bool clip(double distance, double speed, double *first, double *last)
{
	if (speed == 0)
		return distance >= 0;
	if (speed < 0)
		*last = fmin(*last, -distance / speed);
	else
		*first = fmax(*first, -distance / speed);
	return *first < *last;
}

bool line_within(struct box box, struct point *from, struct point *to)
{
	double first = 0, last = 1, x = to->x - from->x, y = to->y - from->y;
	struct point begin = *from;

	if (!clip(begin.x - box.x, x, &first, &last) ||
	    !clip(box.x + box.width - begin.x, -x, &first, &last) ||
	    !clip(begin.y - box.y, y, &first, &last) ||
	    !clip(box.y + box.height - begin.y, -y, &first, &last))
		return false;
	*from = (struct point){ begin.x + first * x, begin.y + first * y };
	*to = (struct point){ begin.x + last * x, begin.y + last * y };
	return true;
}

/* -- colour at a point ------------------------------------------------------------------------ */

struct search {
	struct point point;
	double reach; /* half the width of a line */
	bool found;
	unsigned crossings; /* of the edge, on a line from the point to the right */
};

static bool near_line(struct point from, struct point to, void *context)
{
	struct search *search = context;
	double x = to.x - from.x, y = to.y - from.y, length = x * x + y * y;
	double along = length == 0
			       ? 0
			       : ((search->point.x - from.x) * x + (search->point.y - from.y) * y) /
					 length;

	along = fmin(1, fmax(0, along));
	search->found = hypot(from.x + along * x - search->point.x,
			      from.y + along * y - search->point.y) <= search->reach;
	return !search->found;
}

static bool across_edge(struct point from, struct point to, void *context)
{
	struct search *search = context;

	if ((from.y > search->point.y) != (to.y > search->point.y) &&
	    from.x + (search->point.y - from.y) / (to.y - from.y) * (to.x - from.x) >
		    search->point.x)
		search->crossings++;
	return true;
}

static bool on_line(const struct piece *piece, struct point point)
{
	struct search search = { .point = point, .reach = piece->item->path->line_width / 2 };

	/* A halo has the dashes of the line upon it. */
	if (!piece->item->path->stroked ||
	    (piece->item->path->dash[0] > 0 && piece->item->part != PART_HALO))
		return false;
	piece_walk(piece, near_line, &search);
	return search.found;
}

static bool in_fill(const struct piece *piece, struct point point)
{
	struct search search = { .point = point };

	if (!piece->item->path->filled)
		return false;
	walk_path((struct walk){ .piece = piece,
				 .line = across_edge,
				 .context = &search,
				 .closes = true,
				 .goes_on = true });
	return search.crossings % 2 == 1;
}

bool piece_covers(const struct piece *piece, struct point point)
{
	const struct box *box = &piece->box;

	return point.x >= box->x && point.x <= box->x + box->width && point.y >= box->y &&
	       point.y <= box->y + box->height && (on_line(piece, point) || in_fill(piece, point));
}

struct colour pieces_colour(const struct pieces *pieces, size_t before, struct point point)
{
	for (size_t i = before; i-- > 0;) {
		const struct piece *piece = &pieces->items[i];

		if (!piece_is_text(piece) && piece->item->part != PART_AXIS &&
		    piece->item->part != PART_GRIDLINE && piece_covers(piece, point))
			return on_line(piece, point) ? piece->item->path->stroke
						     : piece->item->path->fill;
	}
	return pieces->paper;
}

/* -- taking apart ----------------------------------------------------------------------------- */

static bool widen(struct point from, struct point to, void *context)
{
	struct box *box = context;
	struct box line = { fmin(from.x, to.x), fmin(from.y, to.y), fabs(from.x - to.x),
			    fabs(from.y - to.y) };

	*box = isnan(box->x) ? line : box_union(*box, line);
	return true;
}

static bool path_box(const struct piece *piece, struct box *box)
{
	double edge = piece->item->path->stroked ? piece->item->path->line_width / 2 : 0;

	*box = (struct box){ NAN, NAN, 0, 0 };
	piece_walk(piece, widen, box);
	*box = (struct box){ box->x - edge, box->y - edge, box->width + 2 * edge,
			     box->height + 2 * edge };
	return !isnan(box->x);
}

static const char *name_of(const struct named_scene *names, const struct scene *scene,
			   const char *otherwise)
{
	for (; names != NULL && names->scene != NULL; names++)
		if (names->scene == scene)
			return names->name;
	return otherwise;
}

static void add(struct pieces *pieces, struct piece piece)
{
	pieces->items = arena_grow(pieces->look->arena, pieces->items, pieces->count,
				   &pieces->capacity, sizeof(*pieces->items));
	pieces->items[pieces->count++] = piece;
}

static void take_apart(struct pieces *pieces, const struct scene *scene, struct point origin,
		       const struct named_scene *names, const char *name)
{
	for (size_t i = 0; i < scene->count; i++) {
		const struct scene_item *item = &scene->items[i];
		struct piece piece = { .item = item, .origin = origin, .name = name };

		if (item->kind == SCENE_USE) {
			take_apart(
				pieces, item->use,
				(struct point){ origin.x + item->area.x, origin.y + item->area.y },
				names, name_of(names, item->use, name));
		} else if (item->kind == SCENE_PATH && path_box(&piece, &piece.box)) {
			add(pieces, piece);
		} else if (item->kind == SCENE_TEXT) {
			piece.box = label_box(pieces->look, item,
					      (struct point){ origin.x + item->text.at.x,
							      origin.y + item->text.at.y });
			if (piece.box.width > 0)
				add(pieces, piece);
		}
	}
}

struct pieces pieces_of(const struct look *look, const struct scene *scene,
			const struct named_scene *names)
{
	struct pieces pieces = { .look = look,
				 .area = { 0, 0, scene->width, scene->height },
				 .paper = look->theme->colours[COLOUR_PAPER] };

	take_apart(&pieces, scene, (struct point){ 0, 0 }, names, name_of(names, scene, ""));
	return pieces;
}
