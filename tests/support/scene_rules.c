/* Rules on texts; those on marks are in scene_rules_marks.c. */
#include "support/scene_rules.h"

#include <math.h>
#include <stdarg.h>
#include <string.h>

#include "base/arena.h"
#include "text/shape.h"

static const double touch = 0.3, over_edge = 0.75, least_size = 9, least_marker = 5.5;

const struct named_rule scene_rules[] = {
	{ "texts apart", rule_texts_apart },     { "inside", rule_inside },
	{ "text size", rule_text_size },         { "text contrast", rule_text_contrast },
	{ "text clear", rule_text_clear },       { "mark contrast", rule_mark_contrast },
	{ "classes apart", rule_classes_apart }, { NULL, NULL },
};

/* -- faults ----------------------------------------------------------------------------------- */

static const char *describe(struct arena *arena, const struct piece *piece)
{
	const char *part = scene_part_name(piece->item->part);

	if (piece_is_text(piece))
		return arena_printf(arena, "%s \"%s\" at %.1f, %.1f", part,
				    piece->item->text.shaped->text, piece->box.x, piece->box.y);
	return arena_printf(arena, "%s at %.1f, %.1f, %.1f x %.1f", part, piece->box.x,
			    piece->box.y, piece->box.width, piece->box.height);
}

void fault_add(struct faults *faults, const struct piece *piece, const char *format, ...)
{
	struct arena *arena = faults->arena;
	const char *said;
	va_list list;

	va_start(list, format);
	said = arena_vprintf(arena, format, list);
	va_end(list);
	faults->items = arena_grow(arena, faults->items, faults->count, &faults->capacity,
				   sizeof(*faults->items));
	faults->items[faults->count++] = arena_printf(arena, "%s %s: %s %s", faults->place,
						      piece->name, describe(arena, piece), said);
}

const char *faults_text(const struct faults *faults)
{
	const char *text = "";

	for (size_t i = 0; i < faults->count; i++)
		text = arena_printf(faults->arena, "%s%s\n", text, faults->items[i]);
	return text;
}

/* -- place and size --------------------------------------------------------------------------- */

void rule_texts_apart(const struct pieces *pieces, struct faults *faults)
{
	for (size_t i = 0; i < pieces->count; i++)
		for (size_t j = i + 1; j < pieces->count; j++) {
			const struct piece *a = &pieces->items[i], *b = &pieces->items[j];

			if (piece_is_text(a) && piece_is_text(b) &&
			    box_overlaps(a->box, b->box, touch))
				fault_add(faults, a, "overlaps %s", describe(faults->arena, b));
		}
}

void rule_inside(const struct pieces *pieces, struct faults *faults)
{
	for (size_t i = 0; i < pieces->count; i++)
		if (pieces->items[i].item->part != PART_HALO &&
		    pieces->items[i].item->part != PART_ORNAMENT &&
		    !box_contains(pieces->area, pieces->items[i].box, over_edge))
			fault_add(faults, &pieces->items[i], "leaves %.1f x %.1f",
				  pieces->area.width, pieces->area.height);
}

/* The raised number of a footnote: a number alone that refers to something. */
static bool is_marker(const struct pieces *pieces, const struct piece *piece)
{
	const char *text = piece->item->text.shaped->text;
	int element = pieces->structure == NULL ? -1 : piece->item->element;

	if (text[strspn(text, "0123456789")] != '\0')
		return false;
	while (element >= 0 && pieces->structure->elements[element].type != STRUCTURE_REFERENCE)
		element = pieces->structure->elements[element].parent;
	return element >= 0;
}

void rule_text_size(const struct pieces *pieces, struct faults *faults)
{
	for (size_t i = 0; i < pieces->count; i++) {
		const struct piece *piece = &pieces->items[i];

		if (piece_is_text(piece) &&
		    piece->item->text.shaped->facts->size_pt <
			    (is_marker(pieces, piece) ? least_marker : least_size) - 1e-9)
			fault_add(faults, piece, "is set in %.2f pt",
				  piece->item->text.shaped->facts->size_pt);
	}
}

/* -- what lies under and over a text ---------------------------------------------------------- */

/* Where the ink of nearly all letters is: from below the top of the capitals to above the base line. */
static struct box ink_of(const struct piece *piece)
{
	double capital = piece->item->text.shaped->facts->capital_pt;

	return (struct box){ piece->box.x + 0.5, piece->box.y + 0.5,
			     fmax(0.5, piece->box.width - 1), capital - 1 };
}

enum { SAMPLES_ACROSS = 13, SAMPLES_DOWN = 3, SAMPLES = SAMPLES_ACROSS * SAMPLES_DOWN };

static struct point sample(struct box box, int i)
{
	return (struct point){ box.x + box.width * (i % SAMPLES_ACROSS) / (SAMPLES_ACROSS - 1),
			       box.y + box.height * (i / SAMPLES_ACROSS) / (SAMPLES_DOWN - 1) };
}

static double contrast_wanted(const struct text_font_facts *facts)
{
	bool large = facts->size_pt >= 18 || (facts->size_pt >= 14 && facts->weight >= 700);

	return large ? 3 : 4.5;
}

void rule_text_contrast(const struct pieces *pieces, struct faults *faults)
{
	for (size_t i = 0; i < pieces->count; i++) {
		const struct piece *piece = &pieces->items[i];
		double least = INFINITY;

		if (!piece_is_text(piece))
			continue;
		for (int s = 0; s < SAMPLES; s++)
			least = fmin(least,
				     colour_contrast(
					     piece->item->text.colour,
					     pieces_colour(pieces, i, sample(ink_of(piece), s))));
		if (least < contrast_wanted(piece->item->text.shaped->facts))
			fault_add(faults, piece, "has a contrast of %.2f", least);
	}
}

/* A text, and a path that may cross it. */
struct crossing {
	const struct pieces *pieces;
	size_t text, path;
	struct box ink;
	bool found;
};

/* True when something that is drawn after the line and before the text lies on the line there. */
static bool hidden_at(const struct crossing *crossing, struct point point)
{
	for (size_t i = crossing->path + 1; i < crossing->text; i++)
		if (!piece_is_text(&crossing->pieces->items[i]) &&
		    piece_covers(&crossing->pieces->items[i], point))
			return true;
	return false;
}

static bool crosses(struct point from, struct point to, void *context)
{
	struct crossing *crossing = context;
	enum { STEPS = 12 };

	if (!line_within(crossing->ink, &from, &to))
		return true;
	for (int i = 0; i <= STEPS && !crossing->found; i++)
		crossing->found = !hidden_at(
			crossing, (struct point){ from.x + (to.x - from.x) * i / STEPS,
						  from.y + (to.y - from.y) * i / STEPS });
	return !crossing->found;
}

static bool is_crossed(const struct pieces *pieces, size_t text, size_t path)
{
	struct crossing crossing = { pieces, text, path, ink_of(&pieces->items[text]), false };
	const struct piece *piece = &pieces->items[path];

	/* A halo has the colour of paper: it shows over a text alone. */
	if (piece->item->path->stroked && (piece->item->part != PART_HALO || path > text))
		piece_walk(piece, crosses, &crossing);
	return crossing.found;
}

static bool is_covered(const struct piece *text, const struct piece *path)
{
	for (int s = 0; s < SAMPLES; s++)
		if (piece_covers(path, sample(ink_of(text), s)))
			return true;
	return false;
}

void rule_text_clear(const struct pieces *pieces, struct faults *faults)
{
	for (size_t t = 0; t < pieces->count; t++)
		for (size_t p = 0; p < pieces->count; p++) {
			const struct piece *text = &pieces->items[t], *path = &pieces->items[p];

			if (!piece_is_text(text) || piece_is_text(path) ||
			    !box_overlaps(ink_of(text), path->box, 0))
				continue;
			if (is_crossed(pieces, t, p))
				fault_add(faults, text, "is crossed by %s",
					  describe(faults->arena, path));
			else if (p > t && is_covered(text, path))
				fault_add(faults, text, "is covered by %s",
					  describe(faults->arena, path));
		}
}
