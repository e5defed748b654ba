#include "device/svg_path.h"

#include <math.h>
#include <stdlib.h>

#include "base/buffer.h"

/* Where the pen is, in hundredths: steps are told as differences of these, so that rounding never adds up. */
struct pen {
	struct buffer *out;
	long x, y, start_x, start_y;
	struct point at;
};

static long hundredths(double value)
{
	return lround(value * 100);
}

static void add_hundredths(struct buffer *out, long value)
{
	long size = labs(value), rest = size % 100;

	if (value < 0)
		buffer_add_char(out, '-');
	if (size >= 100 || rest == 0)
		buffer_printf(out, "%ld", size / 100);
	if (rest == 0)
		return;
	buffer_add_char(out, '.');
	buffer_add_char(out, (char)('0' + rest / 10));
	if (rest % 10 != 0)
		buffer_add_char(out, (char)('0' + rest % 10));
}

void svg_add_number(struct buffer *out, double value)
{
	add_hundredths(out, hundredths(value));
}

/* A number behind another one; a minus sign parts them as well as a blank. */
static void add_next(struct buffer *out, long value)
{
	if (value >= 0)
		buffer_add_char(out, ' ');
	add_hundredths(out, value);
}

static void command(struct pen *pen, char letter, long first)
{
	buffer_add_char(pen->out, letter);
	add_hundredths(pen->out, first);
}

static void move(struct pen *pen, long x, long y)
{
	command(pen, 'M', x);
	add_next(pen->out, y);
	pen->x = pen->start_x = x;
	pen->y = pen->start_y = y;
}

static void line(struct pen *pen, long x, long y)
{
	if (y == pen->y)
		command(pen, 'h', x - pen->x);
	else if (x == pen->x)
		command(pen, 'v', y - pen->y);
	else {
		command(pen, 'l', x - pen->x);
		add_next(pen->out, y - pen->y);
	}
	pen->x = x;
	pen->y = y;
}

static void finish(struct pen *pen)
{
	buffer_add_char(pen->out, 'z');
	pen->x = pen->start_x;
	pen->y = pen->start_y;
}

static void half_turn(struct pen *pen, long radius, long along)
{
	command(pen, 'a', radius);
	add_next(pen->out, radius);
	buffer_add_text(pen->out, " 0 1 1");
	add_next(pen->out, along);
	add_next(pen->out, 0);
}

static void circle(struct pen *pen, const struct path_step *step)
{
	long radius = hundredths(step->width), x = hundredths(pen->at.x + step->x);

	move(pen, x + radius, hundredths(pen->at.y + step->y));
	half_turn(pen, radius, -2 * radius);
	half_turn(pen, radius, 2 * radius);
	finish(pen);
}

static void rectangle(struct pen *pen, const struct path_step *step)
{
	long left = hundredths(pen->at.x + step->x), top = hundredths(pen->at.y + step->y);
	long right = hundredths(pen->at.x + step->x + step->width);
	long bottom = hundredths(pen->at.y + step->y + step->height);

	move(pen, left, top);
	line(pen, right, top);
	line(pen, right, bottom);
	line(pen, left, bottom);
	finish(pen);
}

void svg_add_path(struct buffer *out, const struct scene_path *path, struct point at)
{
	struct pen pen = { .out = out, .at = at };

	for (size_t i = 0; i < path->count; i++) {
		const struct path_step *step = &path->steps[i];

		switch (step->verb) {
		case PATH_MOVE:
			move(&pen, hundredths(at.x + step->x), hundredths(at.y + step->y));
			break;
		case PATH_LINE:
			line(&pen, hundredths(at.x + step->x), hundredths(at.y + step->y));
			break;
		case PATH_CLOSE:
			finish(&pen);
			break;
		case PATH_CIRCLE:
			circle(&pen, step);
			break;
		case PATH_RECTANGLE:
			rectangle(&pen, step);
			break;
		}
	}
}
