# The figures of figures.csv by matplotlib with its defaults: python3 matplotlib_pairs.py
import csv
import matplotlib

matplotlib.use("Agg")
import matplotlib.pyplot as plt


def rows_of(question):
    with open("figures.csv") as file:
        rows = [row for row in csv.DictReader(file) if row["question"] == question]
    for row in rows:
        for name in ("percentage", "lower", "upper"):
            row[name] = float(row[name]) if row[name] else float("nan")
    return rows


def column(rows, name):
    return [row[name] for row in rows]


def errors(rows):
    return [[row["percentage"] - row["lower"] for row in rows], [row["upper"] - row["percentage"] for row in rows]]


def save(name):
    plt.savefig(name + "-matplotlib.png", dpi=80)
    plt.close()


for question in ("highest", "hidden"):
    rows = rows_of(question)
    plt.figure(figsize=(6.5, 3.6))
    plt.bar(column(rows, "group"), column(rows, "percentage"), yerr=errors(rows))
    plt.ylabel("percentage")
    save(question)

rows = rows_of("gap")
plt.figure(figsize=(6.5, 3.6))
for group in sorted(set(column(rows, "group"))):
    of_group = [row for row in rows if row["group"] == group]
    plt.plot(column(of_group, "year"), column(of_group, "percentage"), marker="o", label=group)
plt.ylabel("percentage")
plt.legend()
save("gap")

rows = rows_of("differ")
plt.figure(figsize=(6.5, 3.6))
plt.errorbar(column(rows, "percentage"), column(rows, "group"), xerr=errors(rows), fmt="o")
plt.xlabel("percentage")
save("differ")

with open("waits.csv") as file:
    rows = list(csv.DictReader(file))
plt.figure(figsize=(6.5, 3.6))
for group in sorted(set(column(rows, "group"))):
    of_group = [row for row in rows if row["group"] == group]
    plt.plot([float(row["weeks"]) for row in of_group], [float(row["percentage"]) for row in of_group], label=group)
plt.xlabel("weeks")
plt.ylabel("percentage")
plt.legend()
save("waits")
