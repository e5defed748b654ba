#include "pdf/content.h"

#include <limits.h>
#include <string.h>

#include "base/buffer.h"
#include "pdf/content_operator.h"
#include "pdf/inline_image.h"
#include "pdf/lexeme.h"

struct marking {
	struct pdf_slice rest;
	const char *copied; /* what stands before is in out, or was a sign */
	struct buffer *out;
	const struct pdf_run *runs;
	size_t run_count, begun;
	struct pdf_slice operand; /* the first one of the operator to come */
	size_t operands, brackets;
	size_t saves, marks,
		marks_outside; /* the last: of those that are open, how many the text object does not hold */
	bool in_text, in_path, unknown_allowed;
	const char *fault;
};

static void fail(struct marking *marking, const char *fault)
{
	marking->fault = fault;
}

static void copy_up_to(struct marking *marking, const char *end)
{
	buffer_add(marking->out, marking->copied, (size_t)(end - marking->copied));
	if (end > marking->copied && !pdf_is_space(end[-1]))
		buffer_add_char(marking->out, '\n');
}

static bool take_number(struct pdf_slice *rest, double wanted)
{
	struct pdf_slice lexeme;
	double number;

	return pdf_lex(rest, &lexeme) == LEXEME_NUMBER && pdf_real(lexeme, &number) &&
	       number >= wanted && number <= wanted;
}

static bool take_operator(struct pdf_slice *rest, enum pdf_operator wanted)
{
	struct pdf_slice lexeme;

	return pdf_lex(rest, &lexeme) == LEXEME_KEYWORD && pdf_operator_of(lexeme) == wanted;
}

/* "1 1 m 1.5 1 l S" */
static bool take_sign(struct pdf_slice *rest)
{
	return take_number(rest, 1) && take_number(rest, 1) && take_operator(rest, OPERATOR_MOVE) &&
	       take_number(rest, 1.5) && take_number(rest, 1) &&
	       take_operator(rest, OPERATOR_LINE) && take_operator(rest, OPERATOR_STROKE);
}

/* Why no run may begin here; NULL when one may. */
static const char *no_run(const struct marking *marking, long limit)
{
	if ((size_t)(limit - PDF_MARKER_FIRST) != marking->begun)
		return "its runs are not in order, or one is missing";
	if (marking->begun == marking->run_count)
		return "it has more runs than were drawn";
	if (marking->in_text || marking->in_path || marking->marks > 0)
		return "a run begins amid a path, a text or marked content";
	return NULL;
}

/* At a mitre limit that no stroke but a sign has. */
static void begin_run(struct marking *marking, long limit)
{
	marking->fault = no_run(marking, limit);
	if (marking->fault != NULL)
		return;
	copy_up_to(marking, marking->operand.bytes);
	if (!take_sign(&marking->rest))
		fail(marking, "a stroke has the mitre limit of the sign of a run");
	if (marking->begun > 0)
		buffer_add_text(marking->out, "EMC\n");
	buffer_add_text(marking->out, marking->runs[marking->begun++].begin);
	buffer_add_char(marking->out, '\n');
	marking->copied = marking->rest.bytes;
	if (marking->rest.length > 0 && pdf_is_space(*marking->copied))
		marking->copied++;
}

static void set_mitre_limit(struct marking *marking)
{
	double limit;
	long whole;

	if (marking->operands != 1 || !pdf_real(marking->operand, &limit))
		fail(marking, "a mitre limit is damaged");
	else if (limit < PDF_MARKER_FIRST)
		return;
	else if (pdf_integer(marking->operand, PDF_MARKER_FIRST, INT_MAX, &whole))
		begin_run(marking, whole);
	else
		fail(marking, "a stroke has the mitre limit of the sign of a run");
}

static void paint(struct marking *marking)
{
	if (marking->begun == 0)
		fail(marking, "something is painted outside its runs");
}

static void begin_path(struct marking *marking)
{
	marking->in_path = true;
}

static void end_path(struct marking *marking)
{
	marking->in_path = false;
}

static void paint_path(struct marking *marking)
{
	marking->in_path = false;
	paint(marking);
}

static void save(struct marking *marking)
{
	marking->saves++;
}

static void restore(struct marking *marking)
{
	if (marking->saves == 0)
		fail(marking, "q and Q do not match");
	else
		marking->saves--;
}

static void begin_text(struct marking *marking)
{
	if (marking->in_text)
		fail(marking, "a text object stands within another");
	marking->in_text = true;
	marking->marks_outside = marking->marks;
}

static void end_text(struct marking *marking)
{
	if (!marking->in_text || marking->marks != marking->marks_outside)
		fail(marking, "text objects and marked content are not nested");
	marking->in_text = false;
}

static void begin_mark(struct marking *marking)
{
	marking->marks++;
}

static void end_mark(struct marking *marking)
{
	if (marking->marks == (marking->in_text ? marking->marks_outside : 0))
		fail(marking, "text objects and marked content are not nested");
	else
		marking->marks--;
}

static void image(struct marking *marking)
{
	paint(marking);
	if (!pdf_take_inline_image(&marking->rest))
		fail(marking, "an image in its content is damaged");
}

static void refuse_unknown(struct marking *marking)
{
	if (!marking->unknown_allowed)
		fail(marking, "its content has an operator that is not known");
}

static void allow_unknown(struct marking *marking)
{
	marking->unknown_allowed = true;
}

static void allow_unknown_no_more(struct marking *marking)
{
	marking->unknown_allowed = false;
}

/* Operators that only set something, or go on with a path, change nothing here. */
static void (*const apply[])(struct marking *marking) = {
	[OPERATOR_UNKNOWN] = refuse_unknown,
	[OPERATOR_SAVE] = save,
	[OPERATOR_RESTORE] = restore,
	[OPERATOR_MITRE_LIMIT] = set_mitre_limit,
	[OPERATOR_MOVE] = begin_path,
	[OPERATOR_RECTANGLE] = begin_path,
	[OPERATOR_STROKE] = paint_path,
	[OPERATOR_PAINT_PATH] = paint_path,
	[OPERATOR_NO_PAINT] = end_path,
	[OPERATOR_PAINT] = paint,
	[OPERATOR_IMAGE] = image,
	[OPERATOR_TEXT_BEGIN] = begin_text,
	[OPERATOR_TEXT_END] = end_text,
	[OPERATOR_MARK_BEGIN] = begin_mark,
	[OPERATOR_MARK_END] = end_mark,
	[OPERATOR_UNKNOWN_BEGIN] = allow_unknown,
	[OPERATOR_UNKNOWN_END] = allow_unknown_no_more,
};

static void apply_operator(struct marking *marking, enum pdf_operator operator)
{
	if (apply[operator] != NULL)
		apply[operator](marking);
	marking->operands = 0;
}

static bool is_constant(struct pdf_slice keyword)
{
	return keyword.length > 3 &&
	       (pdf_is_keyword(keyword, "true") || pdf_is_keyword(keyword, "false") ||
		pdf_is_keyword(keyword, "null"));
}

static void add_operand(struct marking *marking, struct pdf_slice lexeme)
{
	if (marking->brackets == 0 && marking->operands++ == 0)
		marking->operand = lexeme;
}

static void take_lexeme(struct marking *marking, enum pdf_lexeme kind, struct pdf_slice lexeme)
{
	bool bracketed = marking->brackets > 0;

	if (kind == LEXEME_ARRAY_OPEN || kind == LEXEME_DICTIONARY_OPEN) {
		add_operand(marking, lexeme);
		marking->brackets++;
	} else if (kind == LEXEME_ARRAY_CLOSE || kind == LEXEME_DICTIONARY_CLOSE) {
		if (bracketed)
			marking->brackets--;
		else
			fail(marking, "its content is damaged");
	} else if (kind == LEXEME_FAULT) {
		fail(marking, "its content is damaged");
	} else if (kind != LEXEME_KEYWORD || is_constant(lexeme)) {
		add_operand(marking, lexeme);
	} else if (bracketed) {
		fail(marking, "its content is damaged");
	} else {
		apply_operator(marking, pdf_operator_of(lexeme));
	}
}

static const char *end_fault(const struct marking *marking)
{
	if (marking->brackets > 0 || marking->operands > 0 || marking->in_path || marking->in_text)
		return "its content is cut off";
	if (marking->saves > 0)
		return "q and Q do not match";
	if (marking->marks > 0)
		return "text objects and marked content are not nested";
	return marking->begun < marking->run_count ? "its runs are not in order, or one is missing"
						   : NULL;
}

static void end_page(struct marking *marking)
{
	marking->fault = end_fault(marking);
	copy_up_to(marking, marking->rest.bytes);
	if (marking->begun > 0)
		buffer_add_text(marking->out, "EMC\n");
}

bool pdf_content_mark(struct pdf_slice content, const struct pdf_run *runs, size_t run_count,
		      struct buffer *out, const char **fault)
{
	struct marking marking = {
		.rest = content,
		.copied = content.bytes,
		.out = out,
		.runs = runs,
		.run_count = run_count,
	};
	size_t start = out->length;
	struct pdf_slice lexeme;
	enum pdf_lexeme kind;

	while (marking.fault == NULL && (kind = pdf_lex(&marking.rest, &lexeme)) != LEXEME_END)
		take_lexeme(&marking, kind, lexeme);
	if (marking.fault == NULL)
		end_page(&marking);
	*fault = marking.fault;
	if (marking.fault != NULL && out->bytes != NULL)
		out->bytes[out->length = start] = '\0';
	return marking.fault == NULL;
}
