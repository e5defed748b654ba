#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "layout/flow.h"
#include "layout/set_text.h"

static const double column_gap = 6.5, head_rule = 1, row_rule = 0.5, last_rule = 0.75;
static const double open_above = 6, open_below = 6.5, head_above = 4, head_below = 3;
static const double caption_gap = 6;

enum { KEEP_ROWS_MOST = 12 };

struct column_place {
	double x, width;
	enum text_align align;
};

struct table_setting {
	struct galley *galley;
	struct composer *composer;
	const struct table *table;
	struct column_place *columns;
	int table_element, head_element, body_element;
};

static bool is_number(const struct table_column *column)
{
	return column->kind == COLUMN_NUMBER;
}

static bool is_strong(const struct table *table, size_t row, size_t column)
{
	return table->rows[row].total || table->columns[column].strong ||
	       (table->open && column == 0);
}

static struct text heading_text(struct composer *composer, const char *heading)
{
	struct text text = { 0 };

	text_add(composer->arena, &text, heading);
	return text;
}

static bool is_whole(const struct table_column *column)
{
	return column->kind == COLUMN_NUMBER || column->kind == COLUMN_WORD;
}

/* The widest word and the longest text of a cell. */
static void measure_cell(struct table_setting *setting, size_t row, size_t column,
			 double *narrowest, double *widest)
{
	const struct table *table = setting->table;

	text_widths(setting->composer, &table->rows[row].cells[column].text, ROLE_TABLE_CELL,
		    is_strong(table, row, column), narrowest, widest);
}

/*
 * The figures behind the names seldom fill their column, whose heading is wider than they are. Heading and
 * names may use that room: the heading reaches over to the left, long names to the right.
 */
static bool lends_room(const struct table *table, size_t column)
{
	return column == 1 && table->columns[0].kind == COLUMN_NAME &&
	       table->columns[1].kind == COLUMN_NUMBER;
}

static double cell_width(struct table_setting *setting, size_t row, size_t column)
{
	double narrowest, widest;

	measure_cell(setting, row, column, &narrowest, &widest);
	return widest;
}

/* A heading in two lines. */
static double heading_width(struct table_setting *setting, size_t column)
{
	const struct text_span span = {
		.text = setting->table->columns[column].heading,
		.font = composer_font(setting->composer, ROLE_TABLE_HEAD),
	};

	return text_two_lines(setting->composer->engine, &span, 1) + 0.5;
}

/* Least and best width of a column. Figures and words of a comparison are never broken. */
static void measure_column(struct table_setting *setting, size_t column, double *least,
			   double *best)
{
	const struct table *table = setting->table;
	const struct table_column *facts = &table->columns[column];
	struct text heading = heading_text(setting->composer, facts->heading);
	bool whole = is_whole(facts), lent = lends_room(table, 1);
	double narrowest, widest;

	text_widths(setting->composer, &heading, ROLE_TABLE_HEAD, false, &narrowest, &widest);
	*least = lends_room(table, column) ? 0 : narrowest;
	/* A heading over figures may take two lines. */
	*best = whole ? fmax(*least, heading_width(setting, column)) : widest;
	for (size_t row = 0; row < table->row_count; row++) {
		measure_cell(setting, row, column, &narrowest, &widest);
		*least = fmax(*least, whole ? widest : narrowest);
		if (column == 0 && lent)
			widest += cell_width(setting, row, 1);
		*best = fmax(*best, widest);
	}
	*least += 0.5;
	*best += 0.5;
}

static void place_columns(struct table_setting *setting, const double *widths)
{
	double x = 0;

	for (size_t i = 0; i < setting->table->column_count; i++) {
		setting->columns[i] = (struct column_place){
			.x = x,
			.width = widths[i],
			.align = is_number(&setting->table->columns[i]) ? ALIGN_RIGHT : ALIGN_LEFT,
		};
		x += widths[i] + column_gap;
	}
}

/* The names come first, then headings and words by how much more they could use. */
static void share_width(double spare, const double *least, const double *best, double *widths,
			size_t count, double lent)
{
	double wanted = 0, names = fmin(spare, fmax(0, best[0] - lent - least[0]));

	widths[0] = least[0] + names;
	spare -= names;
	for (size_t i = 1; i < count; i++)
		wanted += best[i] - least[i];
	for (size_t i = 1; i < count; i++)
		widths[i] = least[i] +
			    (wanted <= 0 ? 0 : (best[i] - least[i]) * fmin(1, spare / wanted));
}

static bool by_weights(const struct table_setting *setting, double width, const double *least,
		       double *widths)
{
	const struct table *table = setting->table;
	double sum = 0;

	for (size_t i = 0; i < table->column_count; i++) {
		if (table->columns[i].weight <= 0)
			return false;
		sum += table->columns[i].weight;
	}
	for (size_t i = 0; i < table->column_count; i++) {
		widths[i] = width * table->columns[i].weight / sum;
		if (widths[i] < least[i])
			return false;
	}
	return true;
}

/* False when the table is wider than the page, whatever is broken. */
static bool find_widths(struct table_setting *setting)
{
	struct arena *arena = setting->composer->arena;
	size_t count = setting->table->column_count;
	double *least = arena_array(arena, count, sizeof(double));
	double *best = arena_array(arena, count, sizeof(double));
	double *widths = arena_array(arena, count, sizeof(double));
	double width = setting->galley->width - column_gap * (double)(count - 1), spare = width;

	setting->columns = arena_array(arena, count, sizeof(*setting->columns));
	for (size_t i = 0; i < count; i++) {
		measure_column(setting, i, &least[i], &best[i]);
		spare -= least[i];
	}
	if (!by_weights(setting, width, least, widths)) {
		share_width(fmax(0, spare), least, best, widths, count,
			    lends_room(setting->table, 1) ? least[1] : 0);
		spare = width;
		for (size_t i = 0; i < count; i++)
			spare -= widths[i];
		/* What nobody needs goes to the names, so that figures stand at the right edge. */
		widths[0] += fmax(0, spare);
	}
	place_columns(setting, widths);
	return spare >= -0.5;
}

/* -- rows ------------------------------------------------------------------------------------- */

struct cell_scene {
	struct scene *scene;
	double x;
};

static void add_rule(struct table_setting *setting, struct scene *scene, double y, double width,
		     enum colour_role colour)
{
	int element = scene->element;

	scene->element = ARTIFACT_LAYOUT;
	path_rectangle(scene,
		       scene_fill(scene, PART_RULE, composer_colour(setting->composer, colour)),
		       (struct box){ 0, y, setting->galley->width, width });
	scene->element = element;
}

static int cell_element(struct table_setting *setting, int row, enum header_scope scope)
{
	int element = composer_element(
		setting->composer,
		scope == SCOPE_NONE ? STRUCTURE_DATA_CELL : STRUCTURE_HEADER_CELL, row);

	setting->composer->pages->structure.elements[element].scope = scope;
	return element;
}

/* Where a heading stands: that of the first figures reaches over the column of names. */
static struct column_place heading_place(struct table_setting *setting, size_t column)
{
	struct column_place place = setting->columns[column];
	struct text text;
	double narrowest, widest, reach;

	if (!lends_room(setting->table, column))
		return place;
	text = heading_text(setting->composer, setting->table->columns[0].heading);
	text_widths(setting->composer, &text, ROLE_TABLE_HEAD, false, &narrowest, &widest);
	reach = fmax(0, place.x - fmin(widest, setting->columns[0].width) - column_gap);
	/* No further than two lines of it need. */
	reach = fmin(reach, fmax(0, heading_width(setting, column) - place.width));
	place.x -= reach;
	place.width += reach;
	return place;
}

/* Where a cell stands: a name may use the room that the figure behind it leaves. */
static struct column_place cell_place(struct table_setting *setting, size_t row, size_t column)
{
	struct column_place place = setting->columns[column];

	if (column == 0 && lends_room(setting->table, 1))
		place.width += fmax(0, setting->columns[1].width - cell_width(setting, row, 1));
	return place;
}

/* The head: words at the foot of their cells, a rule below. repeated: on a later page of the table. */
static struct scene *head_scene(struct table_setting *setting, bool repeated)
{
	struct composer *composer = setting->composer;
	size_t count = setting->table->column_count;
	struct cell_scene *cells = arena_array(composer->arena, count, sizeof(*cells));
	int row = repeated ? -1
			   : composer_element(composer, STRUCTURE_TABLE_ROW, setting->head_element);
	struct column_place place;
	double height = 0;
	struct scene *scene;

	for (size_t i = 0; i < count; i++) {
		struct text text = heading_text(composer, setting->table->columns[i].heading);
		int element =
			repeated ? ARTIFACT_REPEATED : cell_element(setting, row, SCOPE_COLUMN);

		place = heading_place(setting, i);
		cells[i].scene = set_scene(
			composer, setting->galley, &text, place.width,
			(struct set_options){ .role = ROLE_TABLE_HEAD, .align = place.align },
			element);
		cells[i].x = place.x;
		height = fmax(height, cells[i].scene->height);
	}
	scene = galley_new_scene(setting->galley, head_above + height + head_below + head_rule,
				 ARTIFACT_LAYOUT);
	for (size_t i = 0; i < count; i++)
		scene_use(scene, cells[i].scene, cells[i].x,
			  head_above + height - cells[i].scene->height);
	add_rule(setting, scene, head_above + height + head_below, head_rule, COLOUR_TEXT);
	return scene;
}

static struct set_options cell_options(const struct table_setting *setting, size_t column,
				       const struct table_cell *cell)
{
	bool quiet = cell->state != VALUE_SHOWN && cell->state != VALUE_UNRELIABLE;

	return (struct set_options){
		.role = ROLE_TABLE_CELL,
		.align = setting->columns[column].align,
		.has_colour = quiet || (setting->table->open && column == 0),
		.colour = quiet ? COLOUR_SECONDARY : COLOUR_HEADING,
	};
}

/* The words of a cell, in the weight of its place. */
static struct text cell_text(struct table_setting *setting, size_t row, size_t column)
{
	const struct table_cell *cell = &setting->table->rows[row].cells[column];
	struct text text = { 0 };

	for (size_t i = 0; i < cell->text.count; i++) {
		struct text_run *run = text_add(setting->composer->arena, &text, "");

		*run = *cell->text.runs[i];
		run->strong = run->strong || is_strong(setting->table, row, column);
	}
	return text;
}

static struct scene *row_scene(struct table_setting *setting, size_t row)
{
	struct composer *composer = setting->composer;
	const struct table *table = setting->table;
	size_t count = table->column_count;
	struct cell_scene *cells = arena_array(composer->arena, count, sizeof(*cells));
	int element = composer_element(composer, STRUCTURE_TABLE_ROW, setting->body_element);
	bool last = row + 1 == table->row_count;
	double rule = last ? last_rule : row_rule, height = 0, above, least;
	struct scene *scene;

	for (size_t i = 0; i < count; i++) {
		struct text text = cell_text(setting, row, i);

		cells[i].scene = set_scene(
			composer, setting->galley, &text, cell_place(setting, row, i).width,
			cell_options(setting, i, &table->rows[row].cells[i]),
			cell_element(setting, element, i == 0 ? SCOPE_ROW : SCOPE_NONE));
		cells[i].x = setting->columns[i].x;
		height = fmax(height, cells[i].scene->height);
	}
	least = composer->layout->row_pt;
	above = table->open ? open_above : fmax(0, (least - height) / 2);
	scene = galley_new_scene(setting->galley,
				 fmax(height + above + (table->open ? open_below : above), least) +
					 rule,
				 ARTIFACT_LAYOUT);
	for (size_t i = 0; i < count; i++)
		scene_use(scene, cells[i].scene, cells[i].x, above);
	add_rule(setting, scene, scene->height - rule, rule, last ? COLOUR_TEXT : COLOUR_HAIRLINE);
	return scene;
}

static void add_rows(struct table_setting *setting, const struct node *node)
{
	struct galley *galley = setting->galley;
	const struct scene *repeated = head_scene(setting, true);
	size_t count = setting->table->row_count;
	bool together = count <= KEEP_ROWS_MOST && !setting->table->open;

	for (size_t row = 0; row < count; row++) {
		struct strip *strip = galley_box(galley, row_scene(setting, row), node->at);

		/* Two rows stand with the head, two at the end; a short table is not cut at all. */
		strip->no_break = row <= 1 || row + 1 == count || together;
		strip->head = repeated;
	}
}

static void set_table(struct galley *galley, const struct node *node)
{
	struct composer *composer = galley->composer;
	struct table_setting setting = { .galley = galley,
					 .composer = composer,
					 .table = node->table };
	int caption;

	setting.table_element = composer_element(composer, STRUCTURE_TABLE, galley->element);
	composer->pages->structure.elements[setting.table_element].anchor = node->anchor;
	caption = composer_element(composer, STRUCTURE_CAPTION, setting.table_element);
	setting.head_element =
		composer_element(composer, STRUCTURE_TABLE_HEAD, setting.table_element);
	setting.body_element =
		composer_element(composer, STRUCTURE_TABLE_BODY, setting.table_element);
	if (!find_widths(&setting))
		diag_addf(composer->diags, DIAG_TABLE_TOO_WIDE, node->at, "%s", node->label);
	flow_caption(galley, node, caption);
	if (node->label[0] != '\0')
		galley_space(galley, caption_gap);
	galley_box(galley, head_scene(&setting, false), node->at);
	add_rows(&setting, node);
	flow_notes(galley, node, galley->element);
}

void flow_table(struct galley *galley, const struct node *node)
{
	const struct layout *layout = galley->composer->layout;
	bool before = galley_turn(galley, galley->landscape || node->table->landscape);

	galley_space(galley, layout->figure_after_pt / 2);
	set_table(galley, node);
	galley_space(galley, layout->figure_after_pt);
	galley_turn(galley, before);
}
