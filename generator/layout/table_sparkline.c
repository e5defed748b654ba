/*
 * table_sparkline.c - a figure over time in a cell: the first figure, the line, the last figure.
 */
#include <math.h>
#include <string.h>

#include "chart/sparkline.h"
#include "layout/set_text.h"
#include "layout/table_parts.h"

static const enum text_role end_role = ROLE_NOTE;

void measure_sparkline(struct table_setting *setting, const struct sparkline *line, double *first,
		       double *last)
{
	*first = *last = 0;
	if (line == NULL || line->none_text[0] != '\0')
		return;
	*first = line_width(setting->composer, end_role, line->first_text);
	if (!line->last_elsewhere)
		*last = line_width(setting->composer, end_role, line->last_text);
}

static void draw_words(struct table_setting *setting, struct scene *scene, const char *words,
		       double x, double middle)
{
	struct composer *composer = setting->composer;
	double capital =
		text_font_facts(composer->engine, composer_font(composer, end_role))->capital_pt;

	set_line(composer, scene, end_role, COLOUR_SECONDARY, words, x, middle + capital / 2);
}

/* Without a line, the shorthand of its state stands in the middle of its place. */
static void draw_state(struct table_setting *setting, struct scene *scene,
		       const struct table_cell *cell, double middle, double x)
{
	const char *words = cell->sparkline != NULL
				    ? cell->sparkline->none_text
				    : text_plain(setting->composer->drafts, &cell->text);

	draw_words(setting, scene, words, x - line_width(setting->composer, end_role, words) / 2,
		   middle);
}

/* The state whose shorthand stands there: of a line without any figure that of a hidden one, if there is one. */
static enum value_state state_of(const struct table_cell *cell)
{
	const struct sparkline *line = cell->sparkline;

	if (line == NULL)
		return cell->state;
	for (size_t i = 0; i < line->count; i++)
		if (line->points[i].state == VALUE_SUPPRESSED)
			return VALUE_SUPPRESSED;
	return line->points[line->count - 1].state;
}

void draw_sparkline(struct table_setting *setting, struct scene *scene,
		    const struct table_cell *cell, const struct column_place *place, struct box box,
		    int element)
{
	const struct sparkline *line = cell->sparkline;
	double middle = box.y + box.height / 2, height = fmin(TABLE_SPARKLINE_HEIGHT, box.height);
	double left = box.x + place->first + (place->first > 0 ? TABLE_SPARKLINE_GAP : 0);
	double right =
		box.x + box.width - place->last - (place->last > 0 ? TABLE_SPARKLINE_GAP : 0);
	int before = scene->element, picture;
	double first, last;

	scene->element = element;
	if (line == NULL || line->none_text[0] != '\0') {
		scene->element = shorthand_element(setting, state_of(cell), element);
		draw_state(setting, scene, cell, middle, (left + right) / 2);
		scene->element = before;
		return;
	}
	measure_sparkline(setting, line, &first, &last);
	/* Its words tell the figures at its ends as well. */
	picture = picture_element(setting, line->words, element);
	scene->element = picture < 0 ? element : picture;
	draw_words(setting, scene, line->first_text, box.x + place->first - first, middle);
	scene->element = picture;
	sparkline_draw(scene, setting->composer->theme, line,
		       (struct box){ left, middle - height / 2, right - left, height });
	scene->element = picture < 0 ? element : picture;
	if (last > 0)
		draw_words(setting, scene, line->last_text, box.x + box.width - last, middle);
	scene->element = before;
}
