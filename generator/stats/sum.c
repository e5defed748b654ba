#include "stats/sum.h"

void sum_add(struct sum *sum, double term)
{
	double total = sum->total + term, added = total - sum->total;

	sum->lost += (sum->total - (total - added)) + (term - added);
	sum->total = total;
}

double sum_value(const struct sum *sum)
{
	return sum->total + sum->lost;
}
