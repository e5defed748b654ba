#include "support/labels.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"

static const double tail = 0.21, touch = 0.3, over_edge = 0.75, least_size = 9;

static struct label *add(const struct look *look, struct labels *labels, struct label label)
{
	labels->items = arena_grow(look->arena, labels->items, labels->count, &labels->capacity,
				   sizeof(*labels->items));
	labels->items[labels->count] = label;
	return &labels->items[labels->count++];
}

static bool is_blank(const char *text)
{
	return text[strspn(text, " \n")] == '\0';
}

static double width_without_blanks(const struct look *look, const struct shaped_text *shaped)
{
	size_t length = shaped->length;

	while (length > 0 && shaped->text[length - 1] == ' ')
		length--;
	if (length == shaped->length)
		return shaped->width;
	return text_shape(look->engine, shaped->font, shaped->text, length)->width;
}

/* Bytes of a space, wide or narrow, that may give way or not; 0 when the text begins with something else. */
static size_t blank_at(const char *text)
{
	static const char *const blanks[] = { " ", "\xc2\xa0", "\xe2\x80\xaf" };

	for (size_t i = 0; i < sizeof(blanks) / sizeof(blanks[0]); i++)
		if (strncmp(text, blanks[i], strlen(blanks[i])) == 0)
			return strlen(blanks[i]);
	return 0;
}

static size_t leading_blanks(const char *text)
{
	size_t length = 0;

	while (blank_at(text + length) > 0)
		length += blank_at(text + length);
	return length;
}

struct box label_box(const struct look *look, const struct scene_item *item, struct point at)
{
	const struct shaped_text *shaped = item->text.shaped;
	const struct text_font_facts *facts = text_font_facts(look->engine, shaped->font);
	size_t blanks = leading_blanks(shaped->text);
	double indent =
		blanks == 0 ? 0
			    : text_shape(look->engine, shaped->font, shaped->text, blanks)->width;

	return (struct box){ at.x + indent, at.y - facts->capital_pt,
			     width_without_blanks(look, shaped) - indent,
			     facts->capital_pt + tail * facts->size_pt };
}

static void add_words(const struct look *look, struct labels *labels, const struct scene *scene,
		      struct point origin)
{
	for (size_t i = 0; i < scene->count; i++) {
		const struct scene_item *item = &scene->items[i];

		if (item->kind == SCENE_USE)
			add_words(
				look, labels, item->use,
				(struct point){ origin.x + item->area.x, origin.y + item->area.y });
		if (item->kind == SCENE_TEXT && !is_blank(item->text.shaped->text)) {
			struct point at = { origin.x + item->text.at.x,
					    origin.y + item->text.at.y };

			add(look, labels,
			    (struct label){
				    .item = item,
				    .text = item->text.shaped->text,
				    .part = item->part,
				    .element = item->element,
				    .box = label_box(look, item, at),
				    .at = at,
				    .size_pt =
					    text_font_facts(look->engine, item->text.shaped->font)
						    ->size_pt,
			    });
		}
	}
}

struct labels labels_of(const struct look *look, const struct scene *scene)
{
	struct labels labels = { 0 };

	add_words(look, &labels, scene, (struct point){ 0, 0 });
	return labels;
}

static struct box step_box(const struct path_step *step)
{
	switch (step->verb) {
	case PATH_CIRCLE:
		return (struct box){ step->x - step->width, step->y - step->width, 2 * step->width,
				     2 * step->width };
	case PATH_RECTANGLE:
		return (struct box){ step->x, step->y, step->width, step->height };
	case PATH_MOVE:
	case PATH_LINE:
	case PATH_CLOSE:
		break;
	}
	return (struct box){ step->x, step->y, 0, 0 };
}

static void add_marks(const struct look *look, struct labels *marks, const struct scene *scene,
		      struct point origin)
{
	for (size_t i = 0; i < scene->count; i++) {
		const struct scene_item *item = &scene->items[i];
		struct box box = { 0 };
		bool any = false;

		if (item->kind == SCENE_USE)
			add_marks(
				look, marks, item->use,
				(struct point){ origin.x + item->area.x, origin.y + item->area.y });
		if (item->kind != SCENE_PATH)
			continue;
		for (size_t s = 0; s < item->path->count; s++) {
			if (item->path->steps[s].verb == PATH_CLOSE)
				continue;
			box = any ? box_union(box, step_box(&item->path->steps[s]))
				  : step_box(&item->path->steps[s]);
			any = true;
		}
		box.x += origin.x;
		box.y += origin.y;
		if (any)
			add(look, marks,
			    (struct label){ .item = item,
					    .text = "",
					    .part = item->part,
					    .element = item->element,
					    .box = box });
	}
}

struct labels marks_of(const struct look *look, const struct scene *scene)
{
	struct labels marks = { 0 };

	add_marks(look, &marks, scene, (struct point){ 0, 0 });
	return marks;
}

struct labels labels_with(const struct look *look, const struct labels *labels,
			  enum scene_part part)
{
	struct labels found = { 0 };

	for (size_t i = 0; i < labels->count; i++)
		if (labels->items[i].part == part)
			add(look, &found, labels->items[i]);
	return found;
}

const struct label *label_find(const struct labels *labels, const char *text)
{
	for (size_t i = 0; i < labels->count; i++)
		if (strcmp(labels->items[i].text, text) == 0)
			return &labels->items[i];
	return NULL;
}

size_t label_count(const struct labels *labels, const char *text)
{
	size_t count = 0;

	for (size_t i = 0; i < labels->count; i++)
		count += strcmp(labels->items[i].text, text) == 0;
	return count;
}

static const char *describe(const struct look *look, const struct label *label)
{
	return arena_printf(look->arena, "%s \"%s\" at %.1f, %.1f, %.1f x %.1f",
			    scene_part_name(label->part), label->text, label->box.x, label->box.y,
			    label->box.width, label->box.height);
}

const char *labels_overlap(const struct look *look, const struct labels *labels)
{
	for (size_t i = 0; i < labels->count; i++)
		for (size_t j = i + 1; j < labels->count; j++)
			if (box_overlaps(labels->items[i].box, labels->items[j].box, touch))
				return arena_printf(look->arena, "%s overlaps %s",
						    describe(look, &labels->items[i]),
						    describe(look, &labels->items[j]));
	return NULL;
}

const char *labels_outside(const struct look *look, const struct labels *labels, struct box figure)
{
	for (size_t i = 0; i < labels->count; i++)
		if (!box_contains(figure, labels->items[i].box, over_edge))
			return arena_printf(look->arena, "%s leaves %.1f, %.1f, %.1f x %.1f",
					    describe(look, &labels->items[i]), figure.x, figure.y,
					    figure.width, figure.height);
	return NULL;
}

const char *labels_too_small(const struct look *look, const struct labels *labels)
{
	for (size_t i = 0; i < labels->count; i++)
		if (labels->items[i].size_pt < least_size - 1e-9)
			return arena_printf(look->arena, "%s is set in %.2f pt",
					    describe(look, &labels->items[i]),
					    labels->items[i].size_pt);
	return NULL;
}
