#include "model/colour_distance.h"

#include <math.h>

/* The parts of linear light. */
struct light {
	double red, green, blue;
};

static const double as_is[3][3] = { { 1, 0, 0 }, { 0, 1, 0 }, { 0, 0, 1 } };
static const double without_red[3][3] = {
	{ 0.152286, 1.052583, -0.204868 },
	{ 0.114503, 0.786281, 0.099216 },
	{ -0.003882, -0.048116, 1.051998 },
};
static const double without_green[3][3] = {
	{ 0.367322, 0.860646, -0.227968 },
	{ 0.280085, 0.672501, 0.047413 },
	{ -0.011820, 0.042940, 0.968881 },
};

static double to_linear(double part)
{
	return part <= 0.04045 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4);
}

static double from_linear(double part)
{
	return part <= 0.0031308 ? part * 12.92 : 1.055 * pow(part, 1 / 2.4) - 0.055;
}

static struct light light_of(struct colour colour)
{
	return (struct light){ to_linear(colour.red), to_linear(colour.green),
			       to_linear(colour.blue) };
}

/* A row of a matrix applied to light, kept within what a screen can show. */
static double seen(const double row[3], struct light light)
{
	return fmin(1, fmax(0, row[0] * light.red + row[1] * light.green + row[2] * light.blue));
}

static struct light light_seen(struct light light, enum colour_sight sight)
{
	const double(*matrix)[3] = sight == SIGHT_PROTANOPIA     ? without_red
				   : sight == SIGHT_DEUTERANOPIA ? without_green
								 : as_is;

	return (struct light){ seen(matrix[0], light), seen(matrix[1], light),
			       seen(matrix[2], light) };
}

static double cube_root_part(double ratio)
{
	return ratio > 216.0 / 24389 ? cbrt(ratio) : (24389.0 / 27 * ratio + 16) / 116;
}

static struct lab lab_of(struct light light)
{
	double x = cube_root_part(
		(0.4124564 * light.red + 0.3575761 * light.green + 0.1804375 * light.blue) /
		0.95047);
	double y = cube_root_part(0.2126729 * light.red + 0.7151522 * light.green +
				  0.0721750 * light.blue);
	double z = cube_root_part(
		(0.0193339 * light.red + 0.1191920 * light.green + 0.9503041 * light.blue) /
		1.08883);

	return (struct lab){ 116 * y - 16, 500 * (x - y), 200 * (y - z) };
}

struct lab colour_lab(struct colour colour)
{
	return lab_of(light_of(colour));
}

struct colour colour_as_seen(struct colour colour, enum colour_sight sight)
{
	struct light light = light_seen(light_of(colour), sight);

	return (struct colour){ from_linear(light.red), from_linear(light.green),
				from_linear(light.blue) };
}

double colour_distance(struct colour first, struct colour second, enum colour_sight sight)
{
	struct lab one = lab_of(light_seen(light_of(first), sight));
	struct lab other = lab_of(light_seen(light_of(second), sight));

	return sqrt((one.lightness - other.lightness) * (one.lightness - other.lightness) +
		    (one.a - other.a) * (one.a - other.a) + (one.b - other.b) * (one.b - other.b));
}

double colour_lightness(struct colour colour)
{
	return colour_lab(colour).lightness;
}
