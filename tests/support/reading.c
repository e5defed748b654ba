#include "support/reading.h"

#include <criterion/criterion.h>
#include <math.h>
#include <stdlib.h>
#include <string.h>

bool number_read(const char *text, double *number)
{
	static const char minus[] = "\xe2\x88\x92";
	char digits[64];
	size_t length = 0;
	char *end;

	for (; *text != '\0' && length + 1 < sizeof(digits); text++) {
		if (strncmp(text, minus, 3) == 0) {
			digits[length++] = '-';
			text += 2;
		} else if (*text != ',') {
			digits[length++] = *text;
		}
	}
	digits[length] = '\0';
	*number = strtod(digits, &end);
	return end != digits && (strcmp(end, "") == 0 || strcmp(end, "%") == 0);
}

static const struct scene_path *find_gridlines(const struct scene *scene)
{
	for (size_t i = 0; i < scene->count; i++)
		if (scene->items[i].kind == SCENE_PATH && scene->items[i].part == PART_GRIDLINE)
			return scene->items[i].path;
	return NULL;
}

/* Where a tick label stands along the axis: the middle of its capitals, or of its width. */
static double label_place(const struct look *look, const struct label *label, bool horizontal)
{
	const struct text_font_facts *facts =
		text_font_facts(look->engine, label->item->text.shaped->font);

	return horizontal ? label->box.x + label->box.width / 2
			  : label->at.y - facts->capital_pt / 2;
}

/* The number of a gridline: that of the label beside it. */
static bool gridline_number(const struct look *look, const struct labels *labels, bool horizontal,
			    double place, double *number)
{
	for (size_t i = 0; i < labels->count; i++)
		if (labels->items[i].part == PART_TICK_LABEL &&
		    fabs(label_place(look, &labels->items[i], horizontal) - place) < 0.05 &&
		    number_read(labels->items[i].text, number))
			return true;
	return false;
}

static double step_place(const struct path_step *step, bool horizontal)
{
	return horizontal ? step->x : step->y;
}

static void add_gridline(const struct look *look, const struct labels *labels,
			 struct axis_reading *axis, double place)
{
	double number;

	axis->tick_count++;
	if (!gridline_number(look, labels, axis->horizontal, place, &number))
		return;
	if (axis->label_count == 0) {
		axis->first = number;
		axis->first_place = place;
	}
	axis->last = number;
	axis->last_place = place;
	cr_assert_lt(axis->label_count, 32);
	axis->ticks[axis->label_count++] = number;
}

struct axis_reading axis_read(const struct look *look, const struct scene *scene)
{
	const struct scene_path *lines = find_gridlines(scene);
	struct labels labels = labels_of(look, scene);
	struct axis_reading axis = { 0 };

	if (lines == NULL || lines->count < 4)
		return axis;
	axis.horizontal = lines->steps[0].x == lines->steps[1].x;
	axis.panel_low = step_place(&lines->steps[0], !axis.horizontal);
	axis.panel_high = step_place(&lines->steps[1], !axis.horizontal);
	for (size_t i = 0; i + 1 < lines->count; i += 2)
		add_gridline(look, &labels, &axis, step_place(&lines->steps[i], axis.horizontal));
	axis.known = axis.label_count >= 2;
	for (size_t i = 0; axis.known && i < axis.label_count; i++) {
		double place = axis_place(&axis, axis.ticks[i]), number;

		cr_assert(gridline_number(look, &labels, axis.horizontal, place, &number),
			  "the label %g is not in proportion", axis.ticks[i]);
	}
	return axis;
}

double axis_place(const struct axis_reading *axis, double number)
{
	return axis->first_place + (number - axis->first) / (axis->last - axis->first) *
					   (axis->last_place - axis->first_place);
}
