#include "support/scene_rules.h"

#include <math.h>

#include "base/arena.h"
#include "model/colour_distance.h"

static const double least_contrast = 3, least_lightness = 10, least_distance = 10;

/* Pieces that carry a figure, or a line that readers need to read one. */
static bool is_mark(const struct piece *piece)
{
	static const enum scene_part parts[] = { PART_BAR,      PART_DOT,          PART_LINE,
						 PART_INTERVAL, PART_INTERVAL_END, PART_REFERENCE,
						 PART_LEADER,   PART_AXIS,         PART_VERDICT };

	for (size_t i = 0; i < sizeof(parts) / sizeof(parts[0]); i++)
		if (!piece_is_text(piece) && piece->item->part == parts[i])
			return true;
	return false;
}

/* -- contrast --------------------------------------------------------------------------------- */

static bool same_colour(struct colour a, struct colour b)
{
	return fabs(a.red - b.red) + fabs(a.green - b.green) + fabs(a.blue - b.blue) < 0.01;
}

/* How much of a mark stands out from what is under it. */
struct seen {
	const struct pieces *pieces;
	size_t piece;
	struct colour colour;
	size_t asked, seen;
	double most; /* contrast */
};

static void look_at(struct seen *seen, struct point point)
{
	struct colour under = pieces_colour(seen->pieces, seen->piece, point);
	double contrast = colour_contrast(seen->colour, under);

	/* Lines of one colour run into each other. */
	if (same_colour(seen->colour, under))
		return;
	seen->asked++;
	seen->seen += contrast >= least_contrast;
	seen->most = fmax(seen->most, contrast);
}

/* Both edges of the line: under its middle may lie a thinner one. */
static bool along_line(struct point from, struct point to, void *context)
{
	struct seen *seen = context;
	double x = to.x - from.x, y = to.y - from.y, length = hypot(x, y);
	double edge = 0.4 * seen->pieces->items[seen->piece].item->path->line_width;
	int steps = 1 + (int)(length / 2);

	for (int i = 0; i <= steps && length > 0; i++)
		for (int side = -1; side <= 1; side += 2)
			look_at(seen, (struct point){
					      from.x + x * i / steps - side * edge * y / length,
					      from.y + y * i / steps + side * edge * x / length });
	return true;
}

/*
 * How much of a line must be seen, of 20 parts: an axis lies along the ends of bars, lines of data and the
 * edges of bars run where the data run, other lines may cross marks.
 */
static size_t parts_wanted(enum scene_part part)
{
	return part == PART_AXIS ? 1 : part == PART_LINE || part == PART_BAR ? 5 : 12;
}

static bool line_stands_out(const struct pieces *pieces, size_t i, double *most)
{
	struct seen seen = { pieces, i, pieces->items[i].item->path->stroke, 0, 0, 0 };

	piece_walk(&pieces->items[i], along_line, &seen);
	*most = fmax(*most, seen.most);
	return seen.seen * 20 >= seen.asked * parts_wanted(pieces->items[i].item->part);
}

/* Points lie on lines of their own colour: a part of the fill must be seen. */
static bool fill_stands_out(const struct pieces *pieces, size_t i, double *most)
{
	enum { STEPS = 7 };
	const struct piece *piece = &pieces->items[i];
	struct seen seen = { pieces, i, piece->item->path->fill, 0, 0, 0 };

	for (int s = 0; s < STEPS * STEPS; s++) {
		struct point point = {
			piece->box.x + piece->box.width * (s % STEPS + 0.5) / STEPS,
			piece->box.y + piece->box.height * (s / STEPS + 0.5) / STEPS,
		};

		if (piece_covers(piece, point))
			look_at(&seen, point);
	}
	*most = fmax(*most, seen.most);
	return seen.seen > 0 && seen.seen * 5 >= seen.asked;
}

static bool same_box(struct box a, struct box b)
{
	return box_contains(a, b, 1.5) && box_contains(b, a, 1.5);
}

/* True when a line of its own runs around the fill. */
static bool is_outlined(const struct pieces *pieces, size_t i)
{
	double most = 0;

	for (size_t j = 0; j < pieces->count; j++)
		if (!piece_is_text(&pieces->items[j]) && pieces->items[j].item->path->stroked &&
		    same_box(pieces->items[i].box, pieces->items[j].box) &&
		    line_stands_out(pieces, j, &most))
			return true;
	return false;
}

/* The bar of a zero. */
static bool is_empty(const struct piece *piece)
{
	return !piece->item->path->stroked && fmin(piece->box.width, piece->box.height) < 0.05;
}

void rule_mark_contrast(const struct pieces *pieces, struct faults *faults)
{
	for (size_t i = 0; i < pieces->count; i++) {
		const struct piece *piece = &pieces->items[i];
		const struct scene_path *path = piece->item->path;
		double most = 0;

		if (!is_mark(piece) || is_empty(piece))
			continue;
		if (path->stroked && line_stands_out(pieces, i, &most))
			continue;
		/* The inside of a ring is paper. */
		if (path->filled && (same_colour(path->fill, pieces->paper) ||
				     fill_stands_out(pieces, i, &most) || is_outlined(pieces, i)))
			continue;
		fault_add(faults, piece, "has a contrast of at most %.2f", most);
	}
}

/* -- classes ---------------------------------------------------------------------------------- */

/* Marks that differ from others by their colour. */
struct colour_class {
	const struct piece *piece; /* one of them */
	struct colour colour;
	bool labelled; /* a text stands in one of them, is set in their colour, or a line leads to it */
	bool inner; /* with a mark inside */
};

static struct colour colour_of(const struct piece *piece)
{
	const struct scene_path *path = piece->item->path;

	return path->filled ? path->fill : path->stroke;
}

/* Solid lines, or dashes of about one length: dots and dashes are told apart. */
static bool same_dash(const struct scene_path *a, const struct scene_path *b)
{
	return fmax(a->dash[0], b->dash[0]) <= 2 * fmin(a->dash[0], b->dash[0]);
}

/* Shape, dash, outline, and lines of quite another width. */
static bool same_form(const struct scene_path *a, const struct scene_path *b)
{
	if (a->filled != b->filled || a->stroked != b->stroked || !same_dash(a, b))
		return false;
	if (a->stroked && !a->filled &&
	    fmax(a->line_width, b->line_width) >= 1.4 * fmin(a->line_width, b->line_width))
		return false;
	return !a->filled || (a->count == b->count && a->steps[0].verb == b->steps[0].verb);
}

static bool labels_class(const struct piece *text, const struct piece *mark)
{
	return same_colour(text->item->text.colour, colour_of(mark)) ||
	       (mark->item->path->filled && box_contains(mark->box, text->box, 1));
}

/* A line that leads from the mark to a text. */
static bool leads_to_text(const struct pieces *pieces, const struct piece *leader,
			  const struct piece *mark)
{
	static const double near = 3;

	if (piece_is_text(leader) || leader->item->part != PART_LEADER ||
	    !box_overlaps(leader->box, mark->box, -near))
		return false;
	for (size_t i = 0; i < pieces->count; i++)
		if (piece_is_text(&pieces->items[i]) &&
		    box_overlaps(leader->box, pieces->items[i].box, -near))
			return true;
	return false;
}

static bool is_labelled(const struct pieces *pieces, const struct piece *mark)
{
	for (size_t i = 0; i < pieces->count; i++)
		if ((piece_is_text(&pieces->items[i]) && labels_class(&pieces->items[i], mark)) ||
		    leads_to_text(pieces, &pieces->items[i], mark))
			return true;
	return false;
}

/* A dot within a circle makes it another shape. */
static bool has_inner_mark(const struct pieces *pieces, const struct piece *mark)
{
	for (size_t i = 0; i < pieces->count; i++)
		if (!piece_is_text(&pieces->items[i]) &&
		    pieces->items[i].item->part == PART_VERDICT &&
		    box_contains(mark->box, pieces->items[i].box, 0))
			return true;
	return false;
}

static void add_class(const struct pieces *pieces, struct colour_class *classes, size_t *count,
		      const struct piece *piece)
{
	bool inner = has_inner_mark(pieces, piece);
	size_t i = 0;

	while (i < *count &&
	       !(same_colour(classes[i].colour, colour_of(piece)) && classes[i].inner == inner &&
		 same_form(classes[i].piece->item->path, piece->item->path)))
		i++;
	if (i == *count)
		classes[(*count)++] = (struct colour_class){ .piece = piece,
							     .colour = colour_of(piece),
							     .inner = inner };
	classes[i].labelled = classes[i].labelled || is_labelled(pieces, piece);
}

static bool carries_class(const struct piece *piece)
{
	return is_mark(piece) && (piece->item->part == PART_BAR || piece->item->part == PART_DOT ||
				  piece->item->part == PART_LINE);
}

static void compare(const struct colour_class *a, const struct colour_class *b,
		    struct faults *faults)
{
	double lightness = fabs(colour_lightness(a->colour) - colour_lightness(b->colour));
	double red = colour_distance(a->colour, b->colour, SIGHT_PROTANOPIA);
	double green = colour_distance(a->colour, b->colour, SIGHT_DEUTERANOPIA);

	if (lightness < least_lightness || fmin(red, green) < least_distance)
		fault_add(faults, a->piece,
			  "differs by its colour alone from another: lightness %.1f, distance "
			  "%.1f without red cones, %.1f without green cones",
			  lightness, red, green);
}

void rule_classes_apart(const struct pieces *pieces, struct faults *faults)
{
	struct colour_class *classes =
		arena_array(faults->arena, pieces->count + 1, sizeof(*classes));
	size_t count = 0;

	for (size_t i = 0; i < pieces->count; i++)
		if (carries_class(&pieces->items[i]))
			add_class(pieces, classes, &count, &pieces->items[i]);
	for (size_t a = 0; a < count; a++)
		for (size_t b = a + 1; b < count; b++)
			if (classes[a].piece->item->part == classes[b].piece->item->part &&
			    classes[a].inner == classes[b].inner &&
			    same_form(classes[a].piece->item->path, classes[b].piece->item->path) &&
			    !(classes[a].labelled && classes[b].labelled))
				compare(&classes[a], &classes[b], faults);
}
