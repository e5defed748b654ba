#include "layout/running.h"

#include <string.h>

#include "base/arena.h"
#include "base/number.h"
#include "layout/set_text.h"

static const double foot_rule = 0.5, foot_gap = 5.5;

/* Several fields may stand in one place; then they follow each other as sentences. */
static const char *field_text(struct composer *composer, enum running_field field,
			      const struct node *section, unsigned number)
{
	const struct document *document = composer->document;
	char text[NUMBER_TEXT_MAX];
	const char *title;

	switch (field) {
	case RUNNING_SECTION:
		if (section == NULL)
			return "";
		title = text_plain(composer->arena, &section->title);
		return section->number[0] == '\0'
			       ? title
			       : arena_printf(composer->arena, "%s %s", section->number, title);
	case RUNNING_PUBLISHER:
		return document->publisher;
	case RUNNING_TITLE:
		return document->period[0] == '\0'
			       ? arena_printf(composer->arena, "%s.", document->title)
			       : arena_printf(composer->arena, "%s, %s.", document->title,
					      document->period);
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
		line = arena_printf(composer->arena, "%s%s%s", line,
				    line[0] != '\0' && text[0] != '\0' ? " " : "", text);
	}
	return line;
}

static bool is_head(enum running_place place)
{
	return place == RUNNING_HEAD_LEFT || place == RUNNING_HEAD_RIGHT;
}

static bool is_right(enum running_place place)
{
	return place == RUNNING_HEAD_RIGHT || place == RUNNING_FOOT_RIGHT;
}

void running_lines(struct composer *composer, struct scene *page, const struct node *section,
		   unsigned number, bool on_field)
{
	const struct layout *layout = composer->layout;
	double foot = page->height - (layout->height_pt - layout->foot_pt);

	for (int place = RUNNING_HEAD_LEFT; place <= RUNNING_FOOT_RIGHT; place++) {
		bool head = is_head((enum running_place)place);
		enum text_role role = ROLE_RUNNING_BODY;
		const char *text =
			line_text(composer, (enum running_place)place, section, number, &role);
		enum colour_role colour;
		double x = layout->left_pt, y;

		if (text[0] == '\0')
			continue;
		if (head && on_field && place == RUNNING_HEAD_LEFT && section != NULL &&
		    section->part[0] != '\0')
			text = section->part;
		colour =
			head && on_field ? COLOUR_ON_FIELD : composer_style(composer, role)->colour;
		if (is_right((enum running_place)place))
			x = page->width - layout->right_pt - line_width(composer, role, text);
		y = (head ? layout->head_pt : foot + foot_rule + foot_gap) +
		    role_base(composer, role);
		page->element = head ? ARTIFACT_HEADER : ARTIFACT_FOOTER;
		set_line(composer, page, role, colour, text, x, y);
	}
	page->element = ARTIFACT_FOOTER;
	if (layout->foot_rule)
		path_rectangle(
			page,
			scene_fill(page, PART_RULE, composer_colour(composer, COLOUR_HAIRLINE)),
			(struct box){ layout->left_pt, foot,
				      page->width - layout->left_pt - layout->right_pt,
				      foot_rule });
	page->element = ARTIFACT_LAYOUT;
}
