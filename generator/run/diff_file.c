#include "run/diff_file.h"

#include <stddef.h>

#include "base/buffer.h"
#include "base/csv_write.h"
#include "base/json.h"
#include "base/number.h"

static const struct published_figure empty = {
	.indicator = "",
	.organisation = "",
	.dimension = "",
	.group = "",
	.sex = "",
	.measure = "",
	.parameters = "",
	.method = "",
	.printed = "",
	.period = { .code = "" },
};

bool diff_is_change(const struct change *change)
{
	return change->move != MOVE_NOT_CLEAR && change->move != MOVE_NOT_COMPARED;
}

/* The figure that says what a change is of; of indicators an empty one. */
static const struct published_figure *subject(const struct change *change)
{
	return change->now != NULL ? change->now : change->before != NULL ? change->before : &empty;
}

static const struct published_figure *figure_or_empty(const struct published_figure *figure)
{
	return figure != NULL ? figure : &empty;
}

/* -- CSV ---------------------------------------------------------------------------------------- */

static void add_figure(struct buffer *out, const struct published_figure *figure)
{
	bool there = figure != NULL;
	bool shown = there && value_is_shown(&figure->value) && !figure->withheld;

	figure = figure_or_empty(figure);
	csv_add_cell(out, figure->period.code);
	csv_add_cell(out, there ? value_state_name(figure->value.state) : "");
	csv_add_number(out, shown, figure->value.estimate);
	csv_add_cell(out, figure->printed);
	csv_add_number(out, quantity_is_shown(&figure->numerator), figure->numerator.number);
	csv_add_number(out, quantity_is_shown(&figure->denominator), figure->denominator.number);
}

static void add_low(struct buffer *out, const struct published_figure *figure)
{
	csv_add_cell(out, figure_or_empty(figure)->group);
	csv_add_number(out, figure != NULL, figure == NULL ? 0 : figure->value.estimate);
}

static void write_row(const struct change *change, struct buffer *out)
{
	const struct published_figure *figure = subject(change);
	bool compared = value_is_shown(&change->difference);

	csv_add_text(out, change_kind_name(change->kind));
	csv_add_cell(out, change->indicator);
	csv_add_cell(out, change->name);
	csv_add_cell(out, change->former_name);
	csv_add_cell(out, figure->organisation);
	csv_add_cell(out, figure->dimension);
	csv_add_cell(out, figure->group);
	csv_add_cell(out, figure->sex);
	csv_add_cell(out, figure->measure);
	add_figure(out, change->before);
	add_figure(out, change->now);
	csv_add_cell(out, change->before_low == NULL ? "" : change->before->group);
	add_low(out, change->before_low);
	add_low(out, change->now_low);
	csv_add_cell(out, change_move_name(change->move));
	csv_add_cell(out, change_obstacle_name(change->obstacle));
	csv_add_number(out, compared, change->difference.estimate);
	csv_add_number(out, compared, change->difference.limits.lower);
	csv_add_number(out, compared, change->difference.limits.upper);
	csv_add_cell(out, change->kind == CHANGE_REVISED ? "[r]" : "");
	buffer_add_char(out, '\n');
}

void diff_write_csv(const struct changes *changes, struct buffer *out)
{
	buffer_add_text(
		out, "change,indicator,name,former_name,organisation,dimension,group,sex,measure,"
		     "old_period,old_state,old_value,old_printed,old_numerator,old_denominator,"
		     "new_period,new_state,new_value,new_printed,new_numerator,new_denominator,"
		     "old_highest_group,old_lowest_group,old_lowest_value,new_lowest_group,"
		     "new_lowest_value,verdict,not_compared,difference,lower,upper,mark\n");
	for (size_t i = 0; i < changes->count; i++)
		write_row(&changes->items[i], out);
}

/* -- JSON --------------------------------------------------------------------------------------- */

static void add_text(struct buffer *out, const char *name, const char *text)
{
	buffer_add_char(out, ',');
	json_add_text(out, name);
	buffer_add_char(out, ':');
	json_add_text(out, text);
}

static void add_number(struct buffer *out, const char *name, bool known, double number)
{
	char text[NUMBER_TEXT_MAX];

	if (!known)
		return;
	number_shortest(number, text);
	buffer_add_char(out, ',');
	json_add_text(out, name);
	buffer_printf(out, ":%s", text);
}

/* "old":{...}; nothing for a figure that is not there. */
static void add_object(struct buffer *out, const char *name, const struct published_figure *figure)
{
	if (figure == NULL)
		return;
	buffer_printf(out, ",\"%s\":{\"period\":", name);
	json_add_text(out, figure->period.code);
	add_text(out, "group", figure->group);
	add_text(out, "state", value_state_name(figure->value.state));
	add_number(out, "value", value_is_shown(&figure->value) && !figure->withheld,
		   figure->value.estimate);
	add_text(out, "printed", figure->printed);
	add_number(out, "numerator", quantity_is_shown(&figure->numerator),
		   figure->numerator.number);
	add_number(out, "denominator", quantity_is_shown(&figure->denominator),
		   figure->denominator.number);
	buffer_add_char(out, '}');
}

static void write_object(const struct change *change, struct buffer *out)
{
	const struct published_figure *figure = subject(change);
	bool compared = value_is_shown(&change->difference);

	buffer_add_text(out, "{\"change\":");
	json_add_text(out, change_kind_name(change->kind));
	add_text(out, "indicator", change->indicator);
	add_text(out, "name", change->name);
	add_text(out, "former_name", change->former_name);
	add_text(out, "organisation", figure->organisation);
	add_text(out, "dimension", figure->dimension);
	add_text(out, "group", figure->group);
	add_text(out, "sex", figure->sex);
	add_text(out, "measure", figure->measure);
	add_object(out, "old", change->before);
	add_object(out, "old_lowest", change->before_low);
	add_object(out, "new", change->now);
	add_object(out, "new_lowest", change->now_low);
	add_text(out, "verdict", change_move_name(change->move));
	add_text(out, "not_compared", change_obstacle_name(change->obstacle));
	add_number(out, "difference", compared, change->difference.estimate);
	add_number(out, "lower", compared, change->difference.limits.lower);
	add_number(out, "upper", compared, change->difference.limits.upper);
	add_text(out, "mark", change->kind == CHANGE_REVISED ? "[r]" : "");
	buffer_add_char(out, '}');
}

void diff_write_json(const struct changes *changes, const struct published *before,
		     const struct published *now, struct buffer *out)
{
	buffer_add_text(out, "{\"old\":");
	json_add_text(out, before->file);
	add_text(out, "new", now->file);
	buffer_printf(out, ",\"figures_in_both\":%zu,\"names_compared\":%s,\"changes\":[",
		      changes->figures, changes->names_compared ? "true" : "false");
	for (size_t i = 0; i < changes->count; i++) {
		if (i > 0)
			buffer_add_char(out, ',');
		write_object(&changes->items[i], out);
	}
	buffer_add_text(out, "]}\n");
}
