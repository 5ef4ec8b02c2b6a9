#!/usr/bin/python3
"""Writes forest_further.json: three data sets that come with scikit-learn, and what its Random Forest says about them.

    apt-get install -y python3-sklearn
    /usr/bin/python3 forest_further.py > forest_further.json
"""
import json
import sys
import numpy as np
import sklearn
from sklearn.datasets import load_breast_cancer, load_iris, load_wine
from sklearn.ensemble import RandomForestClassifier
from sklearn.metrics import accuracy_score, f1_score

SEEDS = range(42, 52)
FOLDS = 5


def folds_of(classes):
    """The i-th row of a class goes to fold i mod 5."""
    seen, folds = {}, []
    for one in classes:
        folds.append(seen.get(one, 0) % FOLDS)
        seen[one] = seen.get(one, 0) + 1
    return np.array(folds)


def forest(seed):
    return RandomForestClassifier(100, max_depth=10, class_weight="balanced", random_state=seed)


def nodes_of(tree):
    """Nodes, without the splits of pure nodes: with weights that are no whole numbers rounding hides from scikit-learn that a node is pure."""
    return tree.node_count - 2 * np.sum((tree.children_left >= 0) & (tree.impurity < 1e-12))


def describe(data):
    x, y = data.data.astype(np.float32), data.target
    folds, accuracy, macro_f1, importances, nodes = folds_of(y), [], [], [], []
    for seed in SEEDS:
        predicted = np.zeros_like(y)
        for fold in range(FOLDS):
            predicted[folds == fold] = forest(seed).fit(x[folds != fold], y[folds != fold]).predict(x[folds == fold])
        accuracy.append(accuracy_score(y, predicted))
        macro_f1.append(f1_score(y, predicted, average="macro"))
        whole = forest(seed).fit(x, y)
        importances.append(whole.feature_importances_)
        nodes.append(np.mean([nodes_of(tree.tree_) for tree in whole.estimators_]))
    return {
        "features": [str(name) for name in data.feature_names],
        "rows": [[float(str(value)) for value in row] for row in x],
        "classes": y.tolist(),
        "accuracy": np.mean(accuracy),
        "macro_f1": np.mean(macro_f1),
        "importances": np.mean(importances, 0).tolist(),
        "nodes": np.mean(nodes),
    }


sets = {"iris": load_iris(), "wine": load_wine(), "breast_cancer": load_breast_cancer()}
json.dump({"sklearn": sklearn.__version__, "sets": {name: describe(data) for name, data in sets.items()}}, sys.stdout)
