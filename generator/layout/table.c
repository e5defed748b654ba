#include <math.h>
#include <string.h>

#include "base/arena.h"
#include "base/diag.h"
#include "layout/flow.h"
#include "layout/set_text.h"
#include "layout/table_parts.h"

static const double head_rule = 1, row_rule = 0.5, last_rule = 0.75;
static const double open_above = 6, open_below = 6.5, head_above = 4, head_below = 3;
static const double dense_pad = 2.25;
static const double caption_gap = 6, heading_gap = 6.5, mark_most = TABLE_MARK_MOST;

enum { KEEP_ROWS_MOST = 12, KEEP_FIRST = 4, KEEP_LAST = 3, WRAPPED_PART = 4 };

/* -- rows ------------------------------------------------------------------------------------- */

struct placed_cell {
	struct scene *scene;
	double x;
};

void add_rule(struct table_setting *setting, struct scene *scene, double y, double width,
	      enum colour_role colour)
{
	struct scene_path *path;
	int element = scene->element;
	double from = 0;

	scene->element = ARTIFACT_LAYOUT;
	path = scene_fill(scene, PART_RULE, composer_colour(setting->composer, colour));
	for (size_t i = 1; i < setting->table->column_count && setting->table->heat; i++) {
		const struct column_place *before = &setting->columns[i - 1];
		double end = before->x + before->width;

		if (setting->columns[i].x <= end)
			continue;
		path_rectangle(scene, path, (struct box){ from, y, end - from, width });
		from = setting->columns[i].x;
	}
	path_rectangle(scene, path, (struct box){ from, y, setting->galley->width - from, width });
	scene->element = element;
}

int cell_element(struct table_setting *setting, int row, enum header_scope scope)
{
	int element = composer_element(
		setting->composer,
		scope == SCOPE_NONE ? STRUCTURE_DATA_CELL : STRUCTURE_HEADER_CELL, row);

	composer_facts(setting->composer, element)->scope = scope;
	return element;
}

int grouped_cell(struct table_setting *setting, int row, size_t column, int row_head)
{
	int element = cell_element(setting, row, column == 0 ? SCOPE_ROW : SCOPE_NONE);
	int all[] = { setting->heads[column], setting->group_head, row_head };
	unsigned count = column == 0 ? 2 : 3;
	struct structure_element *facts = composer_facts(setting->composer, element);
	int *headers;

	if (setting->group_head < 0)
		return element;
	headers = arena_array(setting->composer->arena, count, sizeof(*headers));
	memcpy(headers, all, count * sizeof(*headers));
	facts->headers = headers;
	facts->header_count = count;
	return element;
}

int shorthand_element(struct table_setting *setting, enum value_state state, int cell)
{
	int element;

	if (state == VALUE_SHOWN)
		return cell;
	element = composer_element(setting->composer, STRUCTURE_SPAN, cell);
	composer_facts(setting->composer, element)->expansion =
		setting->composer->document->state_words[state];
	return element;
}

/* Where a heading stands: over figures and their intervals, not over marks; that of the first figures reaches
 * over the column of names. */
static struct column_place heading_place(struct table_setting *setting, size_t column)
{
	struct column_place place = setting->columns[column];
	double two_lines = heading_width(setting, column, 2), reach;

	if (setting->table->heat)
		return heat_heading_place(setting, column);
	if (place.tail > 0 && place.tail < mark_most && two_lines <= place.width - place.tail)
		place.width -= place.tail;
	if (!lends_room(setting->table, column))
		return place;
	reach = fmax(0, place.x - fmin(heading_width(setting, 0, 1), setting->columns[0].width) -
				heading_gap);
	/* No further than two lines of it need. */
	reach = fmin(reach, fmax(0, two_lines - place.width));
	place.x -= reach;
	place.width += reach;
	return place;
}

/* Where a cell stands: a name may use the room that the figure behind it leaves. */
static struct column_place cell_place(struct table_setting *setting, size_t row, size_t column)
{
	struct column_place place = setting->columns[column];
	double figure, tail;

	if (column == 0 && lends_room(setting->table, 1)) {
		cell_parts(setting, row, 1, &figure, &tail);
		place.width +=
			fmax(0, setting->columns[1].width - figure - setting->columns[1].tail);
	}
	return place;
}

/* The head: words at the foot of their cells, a rule below. repeated: on a later page of the table. */
static struct scene *head_scene(struct table_setting *setting, bool repeated)
{
	struct composer *composer = setting->composer;
	size_t count = setting->table->column_count;
	struct placed_cell *cells = arena_array(composer->drafts, count, sizeof(*cells));
	int row = repeated ? -1
			   : composer_element(composer, STRUCTURE_TABLE_ROW, setting->head_element);
	struct column_place place;
	double height = 0;
	struct scene *scene;

	for (size_t i = 0; i < count; i++) {
		const struct table_column *column = &setting->table->columns[i];
		struct text text = heading_text(composer, column->heading, column->heard);
		int element =
			repeated ? ARTIFACT_REPEATED : cell_element(setting, row, SCOPE_COLUMN);

		if (!repeated)
			setting->heads[i] = element;
		place = heading_place(setting, i);
		cells[i].scene = set_scene(
			composer, setting->galley, &text, place.width,
			(struct set_options){ .role = ROLE_TABLE_HEAD, .align = place.align },
			element);
		cells[i].x = place.x;
		height = fmax(height, cells[i].scene->height);
	}
	height += setting->table->boxed ? 0 : head_above;
	scene = galley_new_scene(setting->galley, height + head_below + head_rule, ARTIFACT_LAYOUT);
	for (size_t i = 0; i < count; i++)
		scene_use(scene, cells[i].scene, cells[i].x, height - cells[i].scene->height);
	add_rule(setting, scene, height + head_below, head_rule, COLOUR_TEXT);
	return scene;
}

static bool is_wrapped(struct table_setting *setting, size_t row)
{
	for (size_t i = 1; i < setting->table->column_count; i++)
		if (cell_width(setting, row, i) > setting->columns[i].width)
			return true;
	return false;
}

/* Rows of a line each, apart from names and a few others, need less room between them than rows of text. */
static bool is_dense(struct table_setting *setting)
{
	const struct table *table = setting->table;
	size_t wrapped = 0;

	for (size_t row = 0; row < table->row_count; row++)
		wrapped += is_wrapped(setting, row);
	return table->dense || (table->open && table->column_count > 2 &&
				wrapped * WRAPPED_PART <= table->row_count);
}

/* A line over time is higher than a line of words: what stands beside it is level with its middle. */
static bool has_sparklines(const struct table *table)
{
	for (size_t i = 0; i < table->column_count; i++)
		if (table->columns[i].kind == COLUMN_SPARKLINE)
			return true;
	return false;
}

static struct scene *row_scene(struct table_setting *setting, size_t row)
{
	struct composer *composer = setting->composer;
	const struct table *table = setting->table;
	size_t count = table->column_count;
	struct placed_cell *cells = arena_array(composer->drafts, count, sizeof(*cells));
	int element = composer_element(composer, STRUCTURE_TABLE_ROW, setting->body_element);
	bool last = row + 1 == table->row_count;
	double rule = last ? last_rule : row_rule, height = 0, least = composer->layout->row_pt;
	bool centred = has_sparklines(table);
	double above, below;
	struct scene *scene;

	for (size_t i = 0; i < count; i++) {
		cells[i].scene =
			cell_scene(setting, row, i, cell_place(setting, row, i).width,
				   cell_element(setting, element, i == 0 ? SCOPE_ROW : SCOPE_NONE));
		cells[i].x = setting->columns[i].x;
		height = fmax(height, cells[i].scene->height);
	}
	above = below = fmax(0, (least - height) / 2);
	/* Among rows of a line each, one of several lines would touch the rules. */
	if (setting->dense || table->boxed || (!table->open && height > least)) {
		above = dense_pad;
		below = last && table->boxed ? 0 : dense_pad;
	} else if (table->open) {
		above = open_above;
		below = open_below;
	}
	scene = galley_new_scene(setting->galley, fmax(height + above + below, least) + rule,
				 ARTIFACT_LAYOUT);
	for (size_t i = 0; i < count; i++)
		scene_use(scene, cells[i].scene, cells[i].x,
			  above + (centred ? (height - cells[i].scene->height) / 2 : 0));
	/* The frame around a table in a box closes it. */
	if (!last || !table->boxed)
		add_rule(setting, scene, scene->height - rule, rule,
			 last ? COLOUR_TEXT : COLOUR_HAIRLINE);
	return scene;
}

/* Some rows stand with the head and some with the note; rows of text are high: two of them are enough. */
static bool is_kept(const struct table_setting *setting, size_t row)
{
	size_t count = setting->table->row_count;
	bool high = setting->table->open && !setting->dense;

	return row < (high ? 2 : KEEP_FIRST) || row + (high ? 2 : KEEP_LAST) > count;
}

static void add_rows(struct table_setting *setting, const struct node *node)
{
	struct galley *galley = setting->galley;
	const struct scene *repeated = head_scene(setting, true);
	size_t count = setting->table->row_count;
	bool together = count <= KEEP_ROWS_MOST && !setting->table->open;

	for (size_t row = 0; row < count; row++) {
		struct strip *strip = galley_box(galley,
						 setting->table->heat ? heat_row_scene(setting, row)
								      : row_scene(setting, row),
						 node->at);

		strip->no_break = together || is_kept(setting, row);
		strip->head = repeated;
	}
}

static void set_table(struct galley *galley, const struct node *node)
{
	struct composer *composer = galley->composer;
	int caption;
	struct table_setting setting = { .galley = galley,
					 .composer = composer,
					 .table = node->table,
					 .group_head = ARTIFACT_LAYOUT };

	setting.table_element = composer_element(composer, STRUCTURE_TABLE, galley->element);
	composer_facts(composer, setting.table_element)->anchor = node->anchor;
	composer_facts(composer, setting.table_element)->language = node->language;
	if (node->label[0] == '\0' && node->name[0] != '\0')
		composer_facts(composer, setting.table_element)->summary = node->name;
	setting.heads =
		arena_array(composer->drafts, node->table->column_count, sizeof(*setting.heads));
	caption = composer_element(composer, STRUCTURE_CAPTION, setting.table_element);
	setting.head_element =
		composer_element(composer, STRUCTURE_TABLE_HEAD, setting.table_element);
	setting.body_element =
		composer_element(composer, STRUCTURE_TABLE_BODY, setting.table_element);
	if (!find_widths(&setting))
		diag_addf(composer->diags, DIAG_TABLE_TOO_WIDE, node->at, "%s", node->label);
	setting.dense = !node->table->heat && is_dense(&setting);
	flow_caption(galley, node, caption);
	if (node->label[0] != '\0')
		galley_space(galley, caption_gap);
	galley_box(galley, head_scene(&setting, false), node->at);
	add_rows(&setting, node);
	flow_notes(galley, node, galley->element);
}

/* True when the columns of a table fit into a galley so wide, names and headings unbroken. */
static bool fits_into(const struct galley *galley, const struct node *node, double width)
{
	struct galley tried = *galley;
	struct table_setting trial = { .galley = &tried,
				       .composer = galley->composer,
				       .table = node->table };

	tried.width = width;
	return find_widths(&trial) && !trial.squeezed;
}

bool table_turns(const struct galley *galley, const struct node *node)
{
	const struct layout *layout = galley->composer->layout;
	const struct table *table = node->table;

	/* What stands in a box cannot turn the page; what is too wide even then need not. */
	if (galley->landscape || table->landscape || !table->may_turn || galley->narrow ||
	    galley->boxed)
		return table->landscape;
	return !fits_into(galley, node, galley->width) &&
	       fits_into(galley, node, layout->height_pt - layout->left_pt - layout->right_pt);
}

void flow_table(struct galley *galley, const struct node *node)
{
	const struct layout *layout = galley->composer->layout;
	bool turns = table_turns(galley, node), before;

	if (turns && !galley->landscape && !node->table->landscape)
		diag_addf(galley->composer->diags, DIAG_TABLE_TURNED, node->at, "%s", node->label);
	before = galley_turn(galley, galley->landscape || turns);
	galley_space(galley, layout->figure_after_pt / 2);
	set_table(galley, node);
	galley_space(galley, layout->figure_after_pt);
	galley_turn(galley, before);
	if (galley->upright_after == node) {
		galley->upright_after = NULL;
		galley_turn(galley, false);
	}
}
