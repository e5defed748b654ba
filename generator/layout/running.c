#include "layout/running.h"

#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/number.h"
#include "document/heading.h"
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

static bool holds(const struct layout *layout, enum running_place place, enum running_field field)
{
	for (size_t i = 0; i < layout->running_count; i++)
		if (layout->running[i].place == place && layout->running[i].field == field)
			return true;
	return false;
}

/* True of a place that holds names alone: a notice is printed in full. */
static bool may_shorten(const struct layout *layout, enum running_place place)
{
	return !holds(layout, place, RUNNING_NOTICE);
}

/* -- what is read of them ----------------------------------------------------------------------- */

static const enum running_place places[] = { RUNNING_HEAD_LEFT, RUNNING_HEAD_RIGHT,
					     RUNNING_FOOT_LEFT, RUNNING_FOOT_RIGHT };
enum { PLACE_COUNT = sizeof(places) / sizeof(places[0]) };

static int place_of(const struct layout *layout, enum running_field field)
{
	for (int i = 0; i < PLACE_COUNT; i++)
		if (holds(layout, places[i], field))
			return i;
	return -1;
}

/* One line for both has one element. */
static int find_notice(struct composer *composer, int title)
{
	int notice = place_of(composer->layout, RUNNING_NOTICE);

	return composer->document->notice[0] == '\0' || notice < 0 || notice == title
		       ? ARTIFACT_FOOTER
		       : composer_element(composer, STRUCTURE_PARAGRAPH, 0);
}

void running_notice(struct composer *composer)
{
	composer->notice_element = find_notice(composer, -1);
}

bool running_elements(struct composer *composer)
{
	int title = -1;

	if (has_cover_page(composer))
		return true;
	/* The head of an extract tells its own, and what of the running lines comes behind it. */
	if (composer->document->head != NULL)
		return true;
	title = place_of(composer->layout, RUNNING_TITLE);
	if (title >= 0) {
		composer->title_element = composer_element(composer, STRUCTURE_HEADING, 0);
		composer_facts(composer, composer->title_element)->level = HEADING_LEVEL_TITLE;
	}
	composer->notice_element = find_notice(composer, title);
	return title >= 0;
}

bool running_is_read(const struct composer *composer, unsigned number)
{
	return number == 1 && (composer->title_element >= 0 || composer->notice_element >= 0 ||
			       composer->logo_element >= 0);
}

/* Running lines are artifacts, but for what the first page alone tells. */
static int element_at(const struct composer *composer, enum running_place place, unsigned number,
		      int artifact)
{
	int title = place_of(composer->layout, RUNNING_TITLE);
	int notice = place_of(composer->layout, RUNNING_NOTICE);

	if (number > 1)
		return artifact;
	if (composer->title_element >= 0 && title >= 0 && places[title] == place)
		return composer->title_element;
	if (composer->notice_element >= 0 && notice >= 0 && places[notice] == place)
		return composer->notice_element;
	return artifact;
}

/* -- lines -------------------------------------------------------------------------------------- */

/* Words in one place, in as many lines as they need: a notice must not be cut. */
static void place_line(struct composer *composer, struct scene *page, const char *words,
		       enum text_role role, enum colour_role colour, struct box box, bool right,
		       int element)
{
	struct text text = { 0 };
	struct galley notes = galley_new(composer, box.width, element);

	text_add(composer->drafts, &text, words);
	scene_copy(page,
		   set_scene(composer, &notes, &text, box.width,
			     (struct set_options){ .role = role,
						   .align = right ? ALIGN_RIGHT : ALIGN_LEFT,
						   .has_colour = true,
						   .colour = colour },
			     element),
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
		int element = element_at(composer, place, number, page->element);
		double room = width;

		if (text[0] == '\0')
			continue;
		if (head && on_field && side == 0 && section != NULL && section->part[0] != '\0' &&
		    element < 0)
			text = section->part;
		if (side == 1)
			room = fmin(line_width(composer, role, text) + 0.5, width / 2);
		else if (taken > 0)
			room = width - taken - side_gap;
		if (side == 1)
			taken = room + logo;
		if (may_shorten(layout, place)) {
			const char *whole = text;

			text = shortened(composer, role, whole, room);
			/* It is read in full. */
			if (text != whole)
				composer_facts(composer, element)->replacement = whole;
		}
		/* Of a line with names in it, too, the notice alone is read. */
		if (element >= 0 && element == composer->notice_element &&
		    strcmp(text, composer->document->notice) != 0)
			composer_facts(composer, element)->replacement = composer->document->notice;
		place_line(composer, page, text, role,
			   on_field ? COLOUR_ON_FIELD : composer_style(composer, role)->colour,
			   (struct box){ side == 1 ? page->width - layout->right_pt - logo - room
						   : layout->left_pt,
					 y, room, 0 },
			   side == 1, element);
	}
}

void running_lines(struct composer *composer, struct scene *page, const struct node *section,
		   unsigned number, bool on_field)
{
	const struct layout *layout = composer->layout;
	double foot = page->height - (layout->height_pt - layout->foot_pt);

	if (number == 1 && composer->document->head != NULL)
		logo_place(composer, page, composer->logo_element, page->width - layout->right_pt,
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
