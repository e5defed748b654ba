#include "layout/paginate.h"

#include <math.h>

#include "base/arena.h"
#include "base/diag.h"
#include "layout/running.h"

static const double note_gap = 9, note_rule = 0.5, note_rule_width = 60, slack = 0.01;

struct paginator {
	struct composer *composer;
	const struct galley *galley;
	bool landscape;
	const struct node *section; /* in force at the top of the page */
};

static double page_height(const struct paginator *paginator)
{
	const struct layout *layout = paginator->composer->layout;

	return paginator->landscape ? layout->width_pt : layout->height_pt;
}

static double room(const struct paginator *paginator)
{
	const struct layout *layout = paginator->composer->layout;

	return page_height(paginator) - layout->top_pt - layout->bottom_pt;
}

static double notes_height(const struct strip *strip)
{
	double height = 0;

	for (size_t i = 0; i < strip->note_count; i++)
		height += strip->notes[i]->height;
	return height;
}

/* A page may end before the strip. */
static bool may_end_before(const struct galley *galley, size_t index)
{
	const struct strip *strip = &galley->strips[index];

	if (strip->kind == STRIP_PAGE)
		return true;
	/* A space and what follows it go together: the space is dropped at the top. */
	if (strip->kind == STRIP_SPACE)
		return false;
	return !strip->no_break;
}

/* First strip of the next page, when this one begins with strip first. */
static size_t find_end(struct paginator *paginator, size_t first)
{
	const struct galley *galley = paginator->galley;
	double left = room(paginator), notes = 0;
	size_t best = first;

	if (galley->strips[first].head != NULL)
		left -= galley->strips[first].head->height;
	for (size_t i = first; i < galley->count; i++) {
		const struct strip *strip = &galley->strips[i];
		double added = notes_height(strip);

		if (i > first && may_end_before(galley, i))
			best = i;
		if (strip->kind == STRIP_PAGE)
			return i;
		if (strip->kind == STRIP_SPACE && i == first)
			continue;
		if (added > 0 && notes == 0)
			added += note_gap;
		left -= strip->height + added;
		notes += added;
		/* Space that hangs over the end of a page does no harm. */
		if (left < -slack && strip->kind == STRIP_BOX) {
			if (best > first)
				return best;
			/* Nothing may end here: break a rule rather than lose what follows. */
			return i > first ? i : first + 1;
		}
	}
	return galley->count;
}

static void draw_notes(struct paginator *paginator, struct scene *page, struct scene **notes,
		       size_t count)
{
	struct composer *composer = paginator->composer;
	const struct layout *layout = composer->layout;
	double height = 0, y;

	for (size_t i = 0; i < count; i++)
		height += notes[i]->height;
	if (count == 0)
		return;
	y = page_height(paginator) - layout->bottom_pt - height;
	path_rectangle(
		page, scene_fill(page, PART_RULE, composer_colour(composer, COLOUR_RULE)),
		(struct box){ layout->left_pt, y - note_gap / 2, note_rule_width, note_rule });
	for (size_t i = 0; i < count; i++) {
		scene_use(page, notes[i], layout->left_pt, y);
		y += notes[i]->height;
	}
}

static void check_fits(struct paginator *paginator, const struct strip *strip)
{
	if (strip->height > room(paginator) + slack)
		diag_addf(paginator->composer->diags, DIAG_BOX_TOO_HIGH, strip->at,
			  "%.0f pt, the page has room for %.0f", strip->height, room(paginator));
}

/* The section whose name stands at the head of the page: the first that begins on it at the top, else that in force. */
static void note_section(struct paginator *paginator, const struct strip *strip, bool first,
			 const struct node **named)
{
	if (strip->mark == NULL)
		return;
	if (first || *named == NULL)
		*named = strip->mark;
	paginator->section = strip->mark;
}

/* Anchors of what stands inside boxes. */
static void note_anchors(struct composer *composer, const struct scene *scene)
{
	for (size_t i = 0; i < scene->count; i++) {
		const struct scene_item *item = &scene->items[i];

		if (item->kind == SCENE_ANCHOR)
			composer_set_page(composer, item->target, (unsigned)composer->pages->count);
		else if (item->kind == SCENE_USE)
			note_anchors(composer, item->use);
	}
}

static void make_page(struct paginator *paginator, size_t first, size_t end)
{
	struct composer *composer = paginator->composer;
	const struct layout *layout = composer->layout;
	const struct galley *galley = paginator->galley;
	double width = paginator->landscape ? layout->height_pt : layout->width_pt;
	struct scene *page = scene_new(composer->arena, width, page_height(paginator));
	struct pages *pages = composer->pages;
	const struct node *named = paginator->section;
	struct scene **notes = NULL;
	size_t note_count = 0, note_capacity = 0;
	double y = layout->top_pt;
	bool field = false, top = true;

	pages->items = arena_grow(composer->arena, pages->items, pages->count, &pages->capacity,
				  sizeof(*pages->items));
	pages->items[pages->count++] = page;
	if (galley->strips[first].head != NULL) {
		scene_use(page, galley->strips[first].head, layout->left_pt, y);
		y += galley->strips[first].head->height;
	}
	for (size_t i = first; i < end; i++) {
		const struct strip *strip = &galley->strips[i];

		if (strip->kind == STRIP_SPACE && top)
			continue;
		if (strip->kind == STRIP_BOX) {
			check_fits(paginator, strip);
			note_section(paginator, strip, top, &named);
			if (strip->anchor[0] != '\0') {
				scene_anchor(page, layout->left_pt, y, strip->anchor);
				composer_set_page(composer, strip->anchor, (unsigned)pages->count);
			}
			scene_use(page, strip->scene, layout->left_pt, y);
			note_anchors(composer, strip->scene);
			field = field || strip->field;
			for (size_t n = 0; n < strip->note_count; n++) {
				notes = arena_grow(composer->arena, notes, note_count,
						   &note_capacity, sizeof(*notes));
				notes[note_count++] = strip->notes[n];
			}
			top = false;
		}
		y += strip->height;
	}
	draw_notes(paginator, page, notes, note_count);
	running_lines(composer, page, named, (unsigned)pages->count, field);
}

void paginate(struct composer *composer, const struct galley *galley)
{
	struct paginator paginator = { .composer = composer, .galley = galley };

	for (size_t i = 0; i < galley->count;) {
		const struct strip *strip = &galley->strips[i];
		size_t end;

		if (strip->kind == STRIP_PAGE) {
			paginator.landscape = strip->landscape;
			i++;
			continue;
		}
		/* A page that would hold nothing but space is not made. */
		if (strip->kind == STRIP_SPACE &&
		    (i + 1 == galley->count || galley->strips[i + 1].kind == STRIP_PAGE)) {
			i++;
			continue;
		}
		end = find_end(&paginator, i);
		make_page(&paginator, i, end);
		i = end;
	}
}
