#include "text/compose.h"

#include <float.h>
#include <math.h>
#include <pango/pango.h>
#include <string.h>

#include "base/arena.h"
#include "text/engine.h"
#include "text/line_breaks.h"

/* The whole text of a paragraph, with what is known of each byte of it. */
struct flow {
	struct arena *arena, *keep, *drawn;
	struct text_engine *engine;
	const struct text_span *spans;
	size_t span_count;
	const struct shaped_text **shaped; /* of each span */
	size_t *starts;                    /* first byte of each span, and the end of the last */
	char *text;
	size_t length;
	double *edges; /* x of the left edge of every byte on one endless line; length + 1 entries */
	double *spaces; /* width of the blanks right before every byte */
	size_t *breaks; /* bytes at which a line may begin, 0 first, length last */
	bool *forced;   /* the line before must end there */
	size_t break_count;
};

static void join(struct flow *flow)
{
	size_t length = 0;
	double x = 0;

	flow->starts = arena_array(flow->arena, flow->span_count + 1, sizeof(*flow->starts));
	flow->shaped = arena_array(flow->arena, flow->span_count, sizeof(*flow->shaped));
	for (size_t i = 0; i < flow->span_count; i++) {
		flow->starts[i] = length;
		length += strlen(flow->spans[i].text);
	}
	flow->starts[flow->span_count] = length;
	flow->length = length;
	flow->text = arena_alloc(flow->arena, length + 1);
	flow->edges = arena_array(flow->arena, length + 1, sizeof(*flow->edges));
	for (size_t i = 0; i < flow->span_count; i++) {
		size_t start = flow->starts[i], bytes = flow->starts[i + 1] - start;

		memcpy(flow->text + start, flow->spans[i].text, bytes);
		flow->shaped[i] =
			text_shape(flow->engine, flow->spans[i].font, flow->spans[i].text, bytes);
		text_advances(flow->shaped[i], flow->edges + start);
	}
	for (size_t i = 0; i < length; i++) {
		double advance = flow->edges[i];

		flow->edges[i] = x;
		x += advance;
	}
	flow->edges[length] = x;
}

static void measure_spaces(struct flow *flow)
{
	flow->spaces = arena_array(flow->arena, flow->length + 1, sizeof(*flow->spaces));
	for (size_t i = 1; i <= flow->length; i++)
		if (flow->text[i - 1] == ' ' || flow->text[i - 1] == '\n')
			flow->spaces[i] = flow->spaces[i - 1] + flow->edges[i] - flow->edges[i - 1];
}

static void add_break(struct flow *flow, size_t byte, bool forced)
{
	if (flow->break_count > 0 && flow->breaks[flow->break_count - 1] == byte)
		return;
	flow->forced[flow->break_count] = forced;
	flow->breaks[flow->break_count++] = byte;
}

/* Breaks inside a word that is wider than the line, between what a reader takes for characters. */
static void break_word(struct flow *flow, const unsigned char *found, size_t begin, size_t end,
		       double width)
{
	double left = flow->edges[begin];

	for (size_t byte = begin; byte < end;) {
		size_t next = (size_t)(g_utf8_next_char(flow->text + byte) - flow->text);

		if (byte > begin && (found[byte] & BREAK_OF_WORD) &&
		    flow->edges[next] - left > width) {
			add_break(flow, byte, false);
			left = flow->edges[byte];
		}
		byte = next;
	}
}

/* Those of one span are kept: cells of tables, titles and most paragraphs, which are set several times. */
static const unsigned char *breaks_of(struct flow *flow)
{
	struct text_notes *notes;

	if (flow->span_count != 1)
		return line_breaks_find(flow->arena, flow->text, flow->length);
	notes = text_notes(flow->engine, flow->spans[0].font, flow->spans[0].text);
	if (notes->breaks == NULL)
		notes->breaks =
			line_breaks_find(text_arena(flow->engine), flow->text, flow->length);
	return notes->breaks;
}

static void find_breaks(struct flow *flow, double width)
{
	const unsigned char *found = breaks_of(flow);
	size_t last = 0;

	flow->breaks = arena_array(flow->arena, flow->length + 2, sizeof(*flow->breaks));
	flow->forced = arena_array(flow->arena, flow->length + 2, sizeof(*flow->forced));
	add_break(flow, 0, false);
	for (size_t byte = 1; byte <= flow->length; byte++) {
		bool end = byte == flow->length;

		if (!end && !(found[byte] & BREAK_OF_LINE))
			continue;
		if (flow->edges[byte] - flow->spaces[byte] - flow->edges[last] > width)
			break_word(flow, found, last, byte, width);
		add_break(flow, byte, !end && flow->text[byte - 1] == '\n');
		last = byte;
	}
}

static double line_width(const struct flow *flow, size_t from, size_t to)
{
	size_t begin = flow->breaks[from], end = flow->breaks[to];

	return flow->edges[end] - flow->spaces[end] - flow->edges[begin];
}

/* The best way to set the text up to a break: fewest lines, then most even. */
struct best {
	size_t lines, previous;
	double cost;
};

/* What a line costs: the square of the part of the width that stays empty. */
static double line_cost(const struct flow *flow, size_t from, size_t to, double width, bool balance)
{
	/* The last of the paragraph, or before a break that the text asks for. */
	bool last = to + 1 == flow->break_count || flow->forced[to];
	bool first = from == 0 || flow->forced[from];
	double set = line_width(flow, from, to), empty = fmax(0, width - set) / width;

	if (!last || balance)
		return empty * empty;
	/* A last line may be short, but not a lone short word. */
	return !first && set < width * 0.15 ? 0.5 : 0;
}

static struct best *choose_breaks(struct flow *flow, double width, bool balance)
{
	struct best *best = arena_array(flow->arena, flow->break_count, sizeof(*best));

	for (size_t to = 1; to < flow->break_count; to++) {
		best[to] = (struct best){ .lines = (size_t)-1, .cost = DBL_MAX };
		for (size_t from = to; from-- > 0;) {
			double cost;
			size_t lines = best[from].lines + 1;

			/* One part alone always fits: there is nothing else to do with it. */
			if (from + 1 < to && line_width(flow, from, to) > width + 0.01)
				break;
			cost = best[from].cost + line_cost(flow, from, to, width, balance);
			if (lines < best[to].lines ||
			    (lines == best[to].lines && cost < best[to].cost))
				best[to] = (struct best){ .lines = lines,
							  .previous = from,
							  .cost = cost };
			if (flow->forced[from])
				break;
		}
	}
	return best;
}

static void add_fragments(struct flow *flow, struct text_line *line, size_t begin, size_t end,
			  double x)
{
	line->fragments = arena_array(flow->keep, flow->span_count, sizeof(*line->fragments));
	for (size_t i = 0; i < flow->span_count; i++) {
		const struct text_span *span = &flow->spans[i];
		size_t from = begin > flow->starts[i] ? begin : flow->starts[i];
		size_t to = end < flow->starts[i + 1] ? end : flow->starts[i + 1];

		if (from >= to)
			continue;
		line->fragments[line->count++] = (struct text_fragment){
			.shaped =
				from == flow->starts[i] && to == flow->starts[i + 1]
					? flow->shaped[i]
					: text_slice(flow->drawn, flow->shaped[i],
						     from - flow->starts[i], to - flow->starts[i]),
			.x = x + flow->edges[from] - flow->edges[begin],
			.rise_pt = span->rise_pt,
			.colour = span->colour,
			.mark = span->mark,
		};
	}
}

static void set_lines(struct flow *flow, const struct best *best, struct compose_options options,
		      struct text_paragraph *paragraph)
{
	size_t to = flow->break_count - 1;

	paragraph->count = best[to].lines;
	paragraph->lines = arena_array(flow->keep, paragraph->count, sizeof(*paragraph->lines));
	for (size_t i = paragraph->count; i-- > 0; to = best[to].previous) {
		struct text_line *line = &paragraph->lines[i];
		size_t from = best[to].previous, end = flow->breaks[to];
		double x = 0;

		line->width = line_width(flow, from, to);
		if (options.align == ALIGN_RIGHT)
			x = options.width - line->width;
		else if (options.align == ALIGN_CENTRE)
			x = (options.width - line->width) / 2;
		/* One of the line feeds stays, as a blank: the words of two lines are apart for who reads the characters. */
		while (end > flow->breaks[from] + 1 && flow->text[end - 1] == '\n' &&
		       (flow->text[end - 2] == '\n' || flow->text[end - 2] == ' '))
			end--;
		add_fragments(flow, line, flow->breaks[from], end, x);
		paragraph->width = fmax(paragraph->width, line->width);
	}
}

struct text_paragraph *text_compose(struct text_engine *engine, struct arena *arena,
				    const struct text_span *spans, size_t count,
				    struct compose_options options)
{
	struct text_paragraph *paragraph = arena_alloc(arena, sizeof(*paragraph));
	struct arena *scratch = arena_new();
	struct flow flow = { .arena = scratch,
			     .keep = arena,
			     .drawn = options.drawn != NULL ? options.drawn : arena,
			     .engine = engine,
			     .spans = spans,
			     .span_count = count };

	paragraph->align = options.align;
	join(&flow);
	if (flow.length == 0) {
		arena_free(scratch);
		return paragraph;
	}
	measure_spaces(&flow);
	find_breaks(&flow, options.width);
	set_lines(&flow, choose_breaks(&flow, options.width, options.balance), options, paragraph);
	arena_free(scratch);
	return paragraph;
}

static void measure(struct text_engine *engine, const struct text_span *spans, size_t count,
		    struct text_notes *notes)
{
	struct arena *scratch = arena_new();
	struct flow flow = {
		.arena = scratch, .engine = engine, .spans = spans, .span_count = count
	};

	notes->measured = true;
	notes->narrowest = notes->widest = 0;
	join(&flow);
	if (flow.length > 0) {
		measure_spaces(&flow);
		find_breaks(&flow, DBL_MAX);
		for (size_t i = 1, from = 0; i < flow.break_count; i++) {
			notes->narrowest = fmax(notes->narrowest, line_width(&flow, i - 1, i));
			if (!flow.forced[i] && i + 1 < flow.break_count)
				continue;
			notes->widest = fmax(notes->widest, line_width(&flow, from, i));
			from = i;
		}
	}
	arena_free(scratch);
}

void text_extents(struct text_engine *engine, const struct text_span *spans, size_t count,
		  double *narrowest, double *widest)
{
	struct text_notes several = { .measured = false };
	/* Cells of tables are measured many times, and most are one text. */
	struct text_notes *notes =
		count == 1 ? text_notes(engine, spans[0].font, spans[0].text) : &several;

	if (!notes->measured)
		measure(engine, spans, count, notes);
	*narrowest = notes->narrowest;
	*widest = notes->widest;
}

double text_two_lines(struct text_engine *engine, const struct text_span *spans, size_t count)
{
	struct arena *scratch = arena_new();
	struct flow flow = {
		.arena = scratch, .engine = engine, .spans = spans, .span_count = count
	};
	double least = 0;

	join(&flow);
	if (flow.length > 0) {
		measure_spaces(&flow);
		find_breaks(&flow, DBL_MAX);
		least = line_width(&flow, 0, flow.break_count - 1);
		for (size_t i = 1; i + 1 < flow.break_count; i++)
			least = fmin(least, fmax(line_width(&flow, 0, i),
						 line_width(&flow, i, flow.break_count - 1)));
	}
	arena_free(scratch);
	return least;
}
