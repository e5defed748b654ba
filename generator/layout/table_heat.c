/*
 * table_heat.c - a matrix of indicators by groups: tinted cells with white gutters, the gap and its line.
 *
 * Cells of groups are as wide as each other. Names take two lines where they can.
 */
#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "chart/heat_cell.h"
#include "layout/set_text.h"
#include "layout/table_parts.h"

static const double row_height = 30, name_above = 3, name_margin = 4, heading_margin = 2;
static const double cell_usual = 52, cell_most = 66, line_width_least = 37, first_margin = 2;
static const double last_margin = 4, row_rule = 0.5, last_rule = 0.75, group_height = 21;
static const double name_most_share = 0.4;

/* Headings that end at the right edge of their columns run together when one fills the next column. */
static const double heading_apart = 8;

static const enum text_role cell_role = ROLE_CHART_TEXT;

static bool is_group(const struct table *table, size_t column)
{
	return column > 0 && table->columns[column].kind == COLUMN_NUMBER &&
	       !table->columns[column].strong;
}

static struct heat_brush brush_of(const struct table_setting *setting)
{
	return (struct heat_brush){
		.engine = setting->composer->engine,
		.theme = setting->composer->theme,
		.font = composer_font(setting->composer, cell_role),
		.words = ARTIFACT_LAYOUT,
		.picture = ARTIFACT_LAYOUT,
		.ground = ARTIFACT_LAYOUT,
	};
}

static struct heat_cell heat_of(const struct table_setting *setting, const struct table_cell *cell)
{
	return (struct heat_cell){
		.text = text_plain(setting->composer->drafts, &cell->text),
		.state = cell->state,
		.verdict = cell->verdict,
	};
}

/* -- widths ------------------------------------------------------------------------------------- */

/* What matrix columns need: names, cells of groups, the line, the gap. */
struct heat_needs {
	double name_least, name_one_line, name_two_lines, cell, line, gap;
	size_t groups;
};

/* A name takes two lines at most where there is room, and one where cells can spare it. */
static void measure_name(struct table_setting *setting, const struct text *name,
			 struct heat_needs *needs)
{
	struct composer *composer = setting->composer;
	struct text_span *spans = arena_array(composer->drafts, name->count, sizeof(*spans));
	double narrowest, widest;

	for (size_t i = 0; i < name->count; i++)
		spans[i] = (struct text_span){ .text = name->runs[i]->text,
					       .font = composer_font(composer, cell_role) };
	text_extents(composer->engine, spans, name->count, &narrowest, &widest);
	needs->name_least = fmax(needs->name_least, narrowest);
	needs->name_one_line = fmax(needs->name_one_line, widest + TABLE_MARGIN);
	needs->name_two_lines =
		fmax(needs->name_two_lines,
		     text_two_lines(composer->engine, spans, name->count) + TABLE_MARGIN);
}

static void measure_group(struct table_setting *setting, size_t column, struct heat_needs *needs)
{
	const struct heat_brush brush = brush_of(setting);
	double heading = heading_width(setting, column, 2) + heading_margin;

	needs->groups++;
	for (size_t row = 0; row < setting->table->row_count; row++) {
		struct heat_cell cell = heat_of(setting, &setting->table->rows[row].cells[column]);

		needs->cell = fmax(needs->cell, heat_cell_width(&brush, &cell));
	}
	/* A long heading may take more lines. */
	if (heading > cell_most)
		heading = fmax(cell_usual, heading_width(setting, column, 4) + heading_margin);
	needs->cell = fmax(needs->cell, heading);
}

static void measure_line(struct table_setting *setting, size_t column, struct heat_needs *needs)
{
	struct column_place *place = &setting->columns[column];
	double first, last;

	for (size_t row = 0; row < setting->table->row_count; row++) {
		measure_sparkline(setting, setting->table->rows[row].cells[column].sparkline,
				  &first, &last);
		place->first = fmax(place->first, first);
	}
	needs->line =
		first_margin + place->first + TABLE_SPARKLINE_GAP + line_width_least + last_margin;
	needs->line =
		fmax(needs->line, heading_width(setting, column, 2) + last_margin + heading_apart);
}

static void measure_gap(struct table_setting *setting, size_t column, struct heat_needs *needs)
{
	double narrowest, widest;

	needs->gap = heading_width(setting, column, 2) + heading_apart;
	for (size_t row = 0; row < setting->table->row_count; row++) {
		text_widths(setting->composer, &setting->table->rows[row].cells[column].text,
			    cell_role, true, &narrowest, &widest);
		needs->gap = fmax(needs->gap, widest + 1);
	}
}

static struct heat_needs measure(struct table_setting *setting)
{
	const struct table *table = setting->table;
	struct heat_needs needs = { .name_least = heading_width(setting, 0, 2) };

	for (size_t row = 0; row < table->row_count; row++)
		measure_name(setting, &table->rows[row].cells[0].text, &needs);
	for (size_t column = 1; column < table->column_count; column++) {
		if (is_group(table, column))
			measure_group(setting, column, &needs);
		else if (table->columns[column].kind == COLUMN_SPARKLINE)
			measure_line(setting, column, &needs);
		else
			measure_gap(setting, column, &needs);
	}
	return needs;
}

static void place_columns(struct table_setting *setting, const struct heat_needs *needs,
			  double name, double cell)
{
	const struct table *table = setting->table;
	double x = 0;

	for (size_t column = 0; column < table->column_count; column++) {
		struct column_place *place = &setting->columns[column];
		bool group = is_group(table, column);

		place->x = x;
		place->align = column == 0 ? ALIGN_LEFT : ALIGN_RIGHT;
		place->width = needs->gap;
		if (column == 0)
			place->width = name;
		else if (group)
			place->width = cell;
		else if (table->columns[column].kind == COLUMN_SPARKLINE)
			place->width = needs->line;
		x += place->width + (column == 0 || group ? HEAT_GUTTER : 0);
	}
}

/* So wide that no name breaks, where that is no more than names may take; else as it was. */
static double name_on_one_line(const struct table_setting *setting, const struct heat_needs *needs,
			       double name, double spare)
{
	double wanted = needs->name_one_line + name_margin;

	return wanted > name && wanted - name <= spare &&
			       wanted <= setting->galley->width * name_most_share
		       ? wanted
		       : name;
}

bool find_heat_widths(struct table_setting *setting)
{
	struct heat_needs needs;
	double rest, name, cell, spare;

	setting->columns = arena_array(setting->composer->drafts, setting->table->column_count,
				       sizeof(*setting->columns));
	needs = measure(setting);
	rest = setting->galley->width - needs.line - needs.gap -
	       HEAT_GUTTER * (double)(needs.groups + 1);
	name = fmin(needs.name_two_lines,
		    fmax(needs.name_least, setting->galley->width * name_most_share)) +
	       name_margin;
	cell = needs.cell;
	spare = rest - name - cell * (double)needs.groups;
	if (spare < 0) {
		name = fmax(needs.name_least + name_margin, name + spare);
	} else if (needs.groups > 0) {
		/* What is left makes names stand on one line, or goes to the cells as far as it helps them; then to the names. */
		name = name_on_one_line(setting, &needs, name, spare);
		spare = rest - name - cell * (double)needs.groups;
		cell = fmax(cell, fmin(needs.line > 0 ? cell_usual : cell_most,
				       cell + spare / (double)needs.groups));
		name = rest - cell * (double)needs.groups;
	}
	place_columns(setting, &needs, name, cell);
	return name + cell * (double)needs.groups <= rest + TABLE_MARGIN;
}

struct column_place heat_heading_place(const struct table_setting *setting, size_t column)
{
	struct column_place place = setting->columns[column];

	if (is_group(setting->table, column))
		place.width -= heading_margin;
	else if (setting->table->columns[column].kind == COLUMN_SPARKLINE)
		place.width -= last_margin;
	return place;
}

/* -- rows --------------------------------------------------------------------------------------- */

/* A letter in place of a figure is an element with what is heard: as the run says it, else as the state does. */
static int heard_element(struct table_setting *setting, const struct table_cell *cell,
			 const struct text_run *run, int element)
{
	int span;

	if (!run->heard)
		return value_state_is_shown(cell->state)
			       ? element
			       : shorthand_element(setting, cell->state, element);
	span = composer_element(setting->composer, STRUCTURE_SPAN, element);
	composer_facts(setting->composer, span)->expansion = run->expansion;
	return span;
}

/* The gap stands in the weight of what is read first. */
static void draw_gap(struct table_setting *setting, struct scene *scene,
		     const struct table_cell *cell, struct box box, int element)
{
	struct composer *composer = setting->composer;
	int font = composer_font_with(composer, cell_role, true, false);
	double capital = text_font_facts(composer->engine, font)->capital_pt;
	double right = box.x + box.width;
	enum colour_role colour =
		value_state_is_shown(cell->state) ? COLOUR_TEXT : COLOUR_SECONDARY;

	for (size_t i = 0; i < cell->text.count; i++) {
		const char *words = cell->text.runs[i]->text;

		right -= text_shape(composer->engine, font, words, strlen(words))->width;
	}
	for (size_t i = 0; i < cell->text.count; i++) {
		const struct text_run *run = cell->text.runs[i];
		const struct shaped_text *shaped =
			text_shape(composer->engine, font, run->text, strlen(run->text));

		scene->element = heard_element(setting, cell, run, element);
		scene_text(scene, PART_TEXT, shaped, right, box.y + (box.height + capital) / 2,
			   composer_colour(composer, colour));
		right += shaped->width;
	}
	scene->element = ARTIFACT_LAYOUT;
}

static void draw_cell(struct table_setting *setting, struct scene *scene, size_t row, size_t column,
		      double top, double height, int element)
{
	const struct table_cell *cell = &setting->table->rows[row].cells[column];
	const struct column_place *place = &setting->columns[column];
	struct box box = { place->x, top, place->width, height };
	struct heat_brush brush = brush_of(setting);
	struct heat_cell heat = heat_of(setting, cell);

	if (is_group(setting->table, column)) {
		brush.words = brush.mark = element;
		if (cell->text.count > 0)
			brush.words = heard_element(setting, cell, cell->text.runs[0], element);
		if (value_state_is_shown(cell->state))
			brush.mark = shorthand_element(setting, cell->state, element);
		brush.picture = picture_element(setting, cell->verdict_words, element);
		heat_cell_draw(scene, &brush, &heat, box);
	} else if (setting->table->columns[column].kind == COLUMN_SPARKLINE) {
		box.x += first_margin;
		box.width -= first_margin + last_margin;
		draw_sparkline(setting, scene, cell, place, box, element);
	} else {
		draw_gap(setting, scene, cell, box, element);
	}
}

/* The name of the group of rows that begins here: a row of its own, the header of those below it. */
static struct scene *group_scene(struct table_setting *setting, size_t row)
{
	int element = cell_element(
		setting,
		composer_element(setting->composer, STRUCTURE_TABLE_ROW, setting->body_element),
		SCOPE_ROW);
	struct text text = heading_text(setting->composer, setting->table->rows[row].group, NULL);

	composer_facts(setting->composer, element)->columns =
		(unsigned)setting->table->column_count;
	setting->group_head = element;
	return set_scene(setting->composer, setting->galley, &text, setting->galley->width,
			 (struct set_options){ .role = ROLE_FIGURE_NUMBER }, element);
}

struct scene *heat_row_scene(struct table_setting *setting, size_t row)
{
	struct composer *composer = setting->composer;
	const struct table *table = setting->table;
	bool last = row + 1 == table->row_count;
	double rule = last ? last_rule : row_rule, height, top = 0;
	int element, header;
	struct scene *group = NULL, *name, *scene;

	if (table->rows[row].group != NULL) {
		group = group_scene(setting, row);
		top = fmax(group_height, group->height + 2 * name_above);
	}
	element = composer_element(composer, STRUCTURE_TABLE_ROW, setting->body_element);
	header = grouped_cell(setting, element, 0, ARTIFACT_LAYOUT);
	name = set_scene(composer, setting->galley, &table->rows[row].cells[0].text,
			 setting->columns[0].width - name_margin,
			 (struct set_options){ .role = cell_role, .balance = true }, header);
	height = fmax(row_height - rule, name->height + 2 * name_above);
	scene = galley_new_scene(setting->galley, top + height + rule, ARTIFACT_LAYOUT);
	if (group != NULL)
		scene_use(scene, group, 0, top - group->height - name_above);
	if (group != NULL)
		add_rule(setting, scene, top - row_rule, row_rule, COLOUR_HAIRLINE);
	scene_use(scene, name, 0, top + (height - name->height) / 2);
	for (size_t column = 1; column < table->column_count; column++)
		draw_cell(setting, scene, row, column, top, height,
			  grouped_cell(setting, element, column, header));
	add_rule(setting, scene, scene->height - rule, rule, last ? COLOUR_TEXT : COLOUR_HAIRLINE);
	return scene;
}
