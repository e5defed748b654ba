#include "layout/running.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/number.h"
#include "layout/logo.h"
#include "layout/set_text.h"

static const double foot_rule = 0.5, foot_gap = 5.5, side_gap = 12;

/* Several fields may stand in one place; then they follow each other as sentences. */
static const char *field_text(struct composer *composer, enum running_field field,
			      const struct node *section, unsigned number)
{
	const struct document *document = composer->document;
	char text[NUMBER_TEXT_MAX];
	const char *title;

	switch (field) {
	case RUNNING_SECTION:
		if (document->head != NULL)
			return document->head->name;
		if (section == NULL)
			return "";
		title = text_plain(composer->arena, &section->title);
		return section->number[0] == '\0'
			       ? title
			       : arena_printf(composer->arena, "%s %s", section->number, title);
	case RUNNING_PUBLISHER:
		return document->publisher;
	case RUNNING_TITLE:
		title = document->running_title != NULL ? document->running_title : document->title;
		return document->period[0] == '\0'
			       ? title
			       : arena_printf(composer->arena, "%s, %s", title, document->period);
	case RUNNING_NOTICE:
		return document->notice;
	case RUNNING_PAGE:
		number_format(number, (struct number_style){ 0 }, text);
		return arena_strdup(composer->arena, text);
	}
	return "";
}

static const char *line_text(struct composer *composer, enum running_place place,
			     const struct node *section, unsigned number, enum text_role *role)
{
	const struct layout *layout = composer->layout;
	const char *line = "";

	for (size_t i = 0; i < layout->running_count; i++) {
		const char *text;

		if (layout->running[i].place != place)
			continue;
		text = field_text(composer, layout->running[i].field, section, number);
		if (line[0] == '\0')
			*role = layout->running[i].role;
		line = line[0] == '\0' || text[0] == '\0'
			       ? arena_printf(composer->arena, "%s%s", line, text)
			       : arena_printf(composer->arena, "%s%s %s", line,
					      line[strlen(line) - 1] == '.' ? "" : ".", text);
	}
	return line;
}

/* A name that is too long for its line, cut behind a word: the reader knows it from its own page. */
static const char *shortened(struct composer *composer, enum text_role role, const char *words,
			     double width)
{
	const char *fitting = words;

	for (size_t length = strlen(words);
	     length > 0 && line_width(composer, role, fitting) > width;) {
		while (length > 0 && words[length - 1] != ' ')
			length--;
		while (length > 0 && words[length - 1] == ' ')
			length--;
		fitting = arena_printf(composer->arena, "%.*s\xe2\x80\xa6", (int)length, words);
	}
	return fitting;
}

/* True of a place that holds names alone: a notice is printed in full. */
static bool may_shorten(const struct layout *layout, enum running_place place)
{
	for (size_t i = 0; i < layout->running_count; i++)
		if (layout->running[i].place == place && layout->running[i].field == RUNNING_NOTICE)
			return false;
	return true;
}

/* Words in one place, in as many lines as they need: a notice must not be cut. */
static void place_line(struct composer *composer, struct scene *page, const char *words,
		       enum text_role role, enum colour_role colour, struct box box, bool right)
{
	struct text text = { 0 };
	struct galley notes = galley_new(composer, box.width, page->element);

	text_add(composer->arena, &text, words);
	scene_use(page,
		  set_scene(composer, &notes, &text, box.width,
			    (struct set_options){ .role = role,
						  .align = right ? ALIGN_RIGHT : ALIGN_LEFT,
						  .has_colour = true,
						  .colour = colour },
			    page->element),
		  box.x, box.y);
}

/* What stands at the head, or at the foot: the right side takes what it needs, up to half. */
static void place_sides(struct composer *composer, struct scene *page, const struct node *section,
			unsigned number, bool head, bool on_field, double y)
{
	const struct layout *layout = composer->layout;
	double width = page->width - layout->left_pt - layout->right_pt, taken = 0;

	for (int side = 1; side >= 0; side--) {
		enum running_place place = head ? (side ? RUNNING_HEAD_RIGHT : RUNNING_HEAD_LEFT)
						: (side ? RUNNING_FOOT_RIGHT : RUNNING_FOOT_LEFT);
		enum text_role role = ROLE_RUNNING_BODY;
		const char *text = line_text(composer, place, section, number, &role);
		/* The first page of an extract has the logo at the right end of its head. */
		double logo = head && side == 1 && number == 1 && composer->document->head != NULL
				      ? logo_room(composer)
				      : 0;
		double room = width;

		if (text[0] == '\0')
			continue;
		if (head && on_field && side == 0 && section != NULL && section->part[0] != '\0')
			text = section->part;
		if (side == 1)
			room = fmin(line_width(composer, role, text) + 0.5, width / 2);
		else if (taken > 0)
			room = width - taken - side_gap;
		if (side == 1)
			taken = room + logo;
		if (may_shorten(layout, place))
			text = shortened(composer, role, text, room);
		place_line(composer, page, text, role,
			   on_field ? COLOUR_ON_FIELD : composer_style(composer, role)->colour,
			   (struct box){ side == 1 ? page->width - layout->right_pt - logo - room
						   : layout->left_pt,
					 y, room, 0 },
			   side == 1);
	}
}

void running_lines(struct composer *composer, struct scene *page, const struct node *section,
		   unsigned number, bool on_field)
{
	const struct layout *layout = composer->layout;
	double foot = page->height - (layout->height_pt - layout->foot_pt);

	if (number == 1 && composer->document->head != NULL)
		logo_place(composer, page, page->width - layout->right_pt,
			   layout->head_pt +
				   composer_style(composer, ROLE_RUNNING_BODY)->line_pt / 2);
	page->element = ARTIFACT_HEADER;
	place_sides(composer, page, section, number, true, on_field, layout->head_pt);
	page->element = ARTIFACT_FOOTER;
	place_sides(composer, page, section, number, false, false, foot + foot_rule + foot_gap);
	if (layout->foot_rule)
		path_rectangle(
			page,
			scene_fill(page, PART_RULE, composer_colour(composer, COLOUR_HAIRLINE)),
			(struct box){ layout->left_pt, foot,
				      page->width - layout->left_pt - layout->right_pt,
				      foot_rule });
	page->element = ARTIFACT_LAYOUT;
}
