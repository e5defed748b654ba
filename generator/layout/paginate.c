#include "layout/paginate.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "layout/running.h"

static const double note_gap = 9, note_rule = 0.5, note_rule_width = 60, slack = 0.01;

/* Spaces may give way by so much, when that brings at least so much more onto a page. */
static const double give = 1.0 / 6, worth_giving = 60;

/* Of a table that goes over pages, on its last, when little else stands there. */
static const size_t rows_least = 6;
static const double almost_empty = 1.0 / 3;

/* Strips that make some pages: below that, nothing is gained by making pages. */
enum { STRIPS_READY = 400 };

/* What head, foot and rules of a page usually are; more find room too. */
enum { RUNNING_ITEMS = 12 };

static double page_height(const struct galley *galley)
{
	const struct layout *layout = galley->composer->layout;

	return galley->page_landscape ? layout->width_pt : layout->height_pt;
}

static double room(const struct galley *galley)
{
	const struct layout *layout = galley->composer->layout;

	return page_height(galley) - layout->top_pt - layout->bottom_pt;
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

/* Strips on a page and the room they leave. */
struct fill {
	double left, spaces, notes;
};

static struct fill empty_page(const struct galley *galley, size_t first)
{
	const struct scene *head = galley->strips[first].head;

	return (struct fill){ .left = room(galley) - (head == NULL ? 0 : head->height) };
}

static void add_strip(struct fill *fill, const struct strip *strip)
{
	double added = notes_height(strip);

	if (added > 0 && fill->notes == 0)
		added += note_gap;
	fill->notes += added;
	fill->left -= strip->height + added;
	if (strip->kind == STRIP_SPACE)
		fill->spaces += strip->height;
}

/* First strip of the next page, when this one begins with strip first and its spaces give so much. */
static size_t find_end(const struct galley *galley, size_t first, double gives)
{
	struct fill fill = empty_page(galley, first);
	size_t best = first;

	for (size_t i = first; i < galley->count; i++) {
		const struct strip *strip = &galley->strips[i];

		if (i > first && may_end_before(galley, i))
			best = i;
		if (strip->kind == STRIP_PAGE)
			return i;
		if (strip->kind == STRIP_SPACE && i == first)
			continue;
		add_strip(&fill, strip);
		/* Space that hangs over the end of a page does no harm. */
		if (fill.left + gives * fill.spaces < -slack && strip->kind == STRIP_BOX) {
			if (best > first)
				return best;
			/* Nothing may end here: break a rule rather than lose what follows. */
			return i > first ? i : first + 1;
		}
	}
	return galley->count;
}

static double height_between(const struct galley *galley, size_t from, size_t to)
{
	double height = 0;

	for (size_t i = from; i < to; i++)
		if (galley->strips[i].kind == STRIP_BOX)
			height += galley->strips[i].height;
	return height;
}

/* True when nothing but space follows on this page or the next. */
static bool is_last(const struct galley *galley, size_t end)
{
	while (end < galley->count && galley->strips[end].kind == STRIP_SPACE)
		end++;
	return end == galley->count || galley->strips[end].kind == STRIP_PAGE;
}

static size_t count_rows(const struct galley *galley, size_t from, size_t to,
			 const struct scene *head)
{
	size_t rows = 0;

	for (size_t i = from; i < to; i++)
		rows += galley->strips[i].kind == STRIP_BOX && galley->strips[i].head == head;
	return rows;
}

/* Behind the rows of the table that begins a page. */
static size_t end_of_table(const struct galley *galley, size_t first)
{
	size_t end = first;

	while (end < galley->count && galley->strips[end].kind != STRIP_PAGE &&
	       (galley->strips[end].kind != STRIP_BOX ||
		galley->strips[end].head == galley->strips[first].head))
		end++;
	return end;
}

/* Up to the next page that begins by itself. */
static size_t end_of_flow(const struct galley *galley, size_t first)
{
	while (first < galley->count && galley->strips[first].kind != STRIP_PAGE)
		first++;
	return first;
}

/* The last rows of a table do not stand on a page almost by themselves where the page before can spare some. */
static size_t spare_rows(const struct galley *galley, size_t first, size_t end)
{
	const struct scene *head = end < galley->count ? galley->strips[end].head : NULL;
	size_t last, spared = end;

	if (head == NULL ||
	    height_between(galley, end, end_of_flow(galley, end)) > almost_empty * room(galley))
		return end;
	last = count_rows(galley, end, end_of_table(galley, end), head);
	if (last >= rows_least || count_rows(galley, first, end, head) < 2 * rows_least)
		return end;
	while (spared > first + 1 && (last < rows_least || !may_end_before(galley, spared))) {
		spared--;
		last += count_rows(galley, spared, spared + 1, head);
	}
	/* Rows that hang together up to the top of the page stay where they are. */
	return may_end_before(galley, spared) ? spared : end;
}

/*
 * Where a page ends. Its spaces give way a little when a figure or box finds its place so, or the last lines
 * before a new page, which would stand alone on the next one.
 */
static size_t choose_end(const struct galley *galley, size_t first)
{
	size_t end = find_end(galley, first, 0), further = find_end(galley, first, give);

	if (height_between(galley, end, further) >= worth_giving ||
	    (further > end && is_last(galley, further)))
		return further;
	return end;
}

/* By how much the spaces of a page are shorter than they would like to be. */
static double space_scale(const struct galley *galley, size_t first, size_t end)
{
	struct fill fill = empty_page(galley, first);

	while (end > first && galley->strips[end - 1].kind == STRIP_SPACE)
		end--;
	for (size_t i = first; i < end; i++)
		if (i > first || galley->strips[i].kind != STRIP_SPACE)
			add_strip(&fill, &galley->strips[i]);
	if (fill.left >= -slack || fill.spaces <= 0)
		return 1;
	return 1 - fmin(give, -fill.left / fill.spaces);
}

static void draw_notes(struct galley *galley, struct scene *page, struct scene **notes,
		       size_t count)
{
	struct composer *composer = galley->composer;
	const struct layout *layout = composer->layout;
	double height = 0, y;

	for (size_t i = 0; i < count; i++)
		height += notes[i]->height;
	if (count == 0)
		return;
	y = page_height(galley) - layout->bottom_pt - height;
	path_rectangle(
		page, scene_fill(page, PART_RULE, composer_colour(composer, COLOUR_RULE)),
		(struct box){ layout->left_pt, y - note_gap / 2, note_rule_width, note_rule });
	for (size_t i = 0; i < count; i++) {
		scene_copy(page, notes[i], layout->left_pt, y);
		y += notes[i]->height;
	}
}

static void check_fits(struct galley *galley, const struct strip *strip)
{
	if (strip->height > room(galley) + slack)
		diag_addf(galley->composer->diags, DIAG_BOX_TOO_HIGH, strip->at,
			  "%.0f pt, the page has room for %.0f", strip->height, room(galley));
}

/* The section whose name stands at the head of the page: the first that begins on it at the top, else that in force. */
static const struct node *name_of_page(struct galley *galley, size_t first, size_t end)
{
	const struct node *named = galley->page_section;
	bool top = true;

	for (size_t i = first; i < end; i++) {
		const struct strip *strip = &galley->strips[i];

		if (strip->kind != STRIP_BOX)
			continue;
		if (strip->mark != NULL && (top || named == NULL))
			named = strip->mark;
		if (strip->mark != NULL)
			galley->page_section = strip->mark;
		top = false;
	}
	return named;
}

static bool has_field(const struct galley *galley, size_t first, size_t end)
{
	for (size_t i = first; i < end; i++)
		if (galley->strips[i].kind == STRIP_BOX && galley->strips[i].field)
			return true;
	return false;
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

/* How many items a page of those strips will have, so that its list is made once. */
static size_t items_of_page(const struct galley *galley, size_t first, size_t end)
{
	const struct scene *head = galley->strips[first].head;
	size_t count = RUNNING_ITEMS + (head == NULL ? 0 : scene_copy_count(head));

	for (size_t i = first; i < end; i++) {
		const struct strip *strip = &galley->strips[i];

		if (strip->kind != STRIP_BOX)
			continue;
		count += scene_copy_count(strip->scene) + (strip->anchor[0] != '\0');
		for (size_t n = 0; n < strip->note_count; n++)
			count += scene_copy_count(strip->notes[n]);
	}
	return count;
}

static void make_page(struct galley *galley, size_t first, size_t end)
{
	struct composer *composer = galley->composer;
	const struct layout *layout = composer->layout;
	double width = galley->page_landscape ? layout->height_pt : layout->width_pt;
	struct scene *page = scene_new(composer->arena, width, page_height(galley));
	struct pages *pages = composer->pages;
	const struct node *named = name_of_page(galley, first, end);
	struct scene **notes = NULL;
	size_t note_count = 0, note_capacity = 0;
	double y = layout->top_pt, scale = space_scale(galley, first, end);
	bool field = has_field(galley, first, end), top = true, read, behind_head;

	pages->items = arena_grow(composer->arena, pages->items, pages->count, &pages->capacity,
				  sizeof(*pages->items));
	pages->items[pages->count++] = page;
	scene_reserve(page, items_of_page(galley, first, end));
	read = running_is_read(composer, (unsigned)pages->count);
	/* What is read of them comes before the text, but not below a field of colour, and behind the head of an extract. */
	behind_head = read && composer->document->head != NULL;
	if (read && !field && !behind_head)
		running_lines(composer, page, named, (unsigned)pages->count, field);
	if (galley->strips[first].head != NULL) {
		scene_copy(page, galley->strips[first].head, layout->left_pt, y);
		y += galley->strips[first].head->height;
	}
	for (size_t i = first; i < end; i++) {
		const struct strip *strip = &galley->strips[i];

		if (strip->kind == STRIP_SPACE && top)
			continue;
		if (strip->kind == STRIP_BOX) {
			check_fits(galley, strip);
			if (strip->anchor[0] != '\0') {
				scene_anchor(page, layout->left_pt, y, strip->anchor);
				composer_set_page(composer, strip->anchor, (unsigned)pages->count);
			}
			scene_copy(page, strip->scene, layout->left_pt, y);
			note_anchors(composer, strip->scene);
			for (size_t n = 0; n < strip->note_count; n++) {
				notes = arena_grow(composer->arena, notes, note_count,
						   &note_capacity, sizeof(*notes));
				notes[note_count++] = strip->notes[n];
			}
			top = false;
			if (behind_head)
				running_lines(composer, page, named, (unsigned)pages->count, field);
			behind_head = false;
		}
		y += strip->height * (strip->kind == STRIP_SPACE ? scale : 1);
	}
	draw_notes(galley, page, notes, note_count);
	if (!read || field || behind_head)
		running_lines(composer, page, named, (unsigned)pages->count, field);
}

/*
 * True when a page that ends there does so whatever comes behind the last strip: its rules look at what follows up to
 * a page that begins by itself, and no further than a page.
 */
static bool is_sure(const struct galley *galley, size_t end)
{
	double height = 0;

	for (size_t i = end; i < galley->count; i++) {
		const struct strip *strip = &galley->strips[i];

		/* The last one may yet be taken back: galley_turn(). */
		if (strip->kind == STRIP_PAGE)
			return i + 1 < galley->count;
		if (strip->kind == STRIP_BOX)
			height += strip->height;
		if (height >= room(galley))
			return true;
	}
	return false;
}

/* Strips from first on, as long as they make pages; returns the first that is on none. */
static size_t make_pages(struct galley *galley, bool all)
{
	size_t i = 0;

	while (i < galley->count) {
		const struct strip *strip = &galley->strips[i];
		bool last = i + 1 == galley->count;
		size_t end;

		if (strip->kind != STRIP_BOX && last && !all)
			break;
		if (strip->kind == STRIP_PAGE) {
			galley->page_landscape = strip->landscape;
			i++;
			continue;
		}
		/* A page that would hold nothing but space is not made. */
		if (strip->kind == STRIP_SPACE &&
		    (last || galley->strips[i + 1].kind == STRIP_PAGE)) {
			i++;
			continue;
		}
		end = spare_rows(galley, i, choose_end(galley, i));
		if (!all && !is_sure(galley, end))
			break;
		make_page(galley, i, end);
		i = end;
	}
	return i;
}

/* Takes strips off the galley, and forgets what was drawn for them when none of its drafts is left. */
static void take_off(struct galley *galley, size_t count)
{
	struct composer *composer = galley->composer;

	galley->count -= count;
	if (galley->count > 0)
		memmove(galley->strips, galley->strips + count,
			galley->count * sizeof(*galley->strips));
	if (count < galley->older) {
		galley->older -= count;
		return;
	}
	arena_free(composer->older);
	composer->older = composer->drafts;
	composer->drafts = arena_new();
	galley->older = galley->count;
}

void paginate_ready(struct galley *galley)
{
	/* Footnotes of the next box are drawn, but not yet on a strip. */
	if (galley->paged && galley->count >= STRIPS_READY && galley->next_note_count == 0)
		take_off(galley, make_pages(galley, false));
}

void paginate(struct galley *galley)
{
	take_off(galley, make_pages(galley, true));
}
